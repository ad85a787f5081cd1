package org.orderengine.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The health of one engine at an instant: well, or not and why.
 *
 * <pre>{@code
 * EngineHealth health = engine.health();
 * return health.isHealthy() ? status(200) : status(503).body(health.reasons());
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param reasons why it is not well; empty where it is
 * @param workersLiving how many of its threads work on what is due, without those that a service holds beyond its deadline
 * @param workersWanted how many of them were started; 0 for an engine whose host drives time itself
 */
public record EngineHealth(List<Reason> reasons, int workersLiving, int workersWanted) {

    public EngineHealth {
        reasons = List.copyOf(reasons);
    }

    /** Whether there is nothing to look after. */
    public boolean isHealthy() {
        return reasons.isEmpty();
    }

    /**
     * A reason why an engine is not well. It holds no data of buyers.
     *
     * @param code why, in kebab-case, for programs; {@code docs/watching.md} explains each
     * @param message why, for people
     * @param subject the service, or the order that waited longest; null where it is about the engine
     * @param count how many orders or calls it is about, as far as they were looked at
     */
    public record Reason(String code, String message, @Nullable String subject, long count) {}
}
