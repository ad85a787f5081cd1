package org.orderengine.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long services are asked for what an order owes.
 *
 * @param inlineFor how long the thread that committed an effect has it for itself, before any node may take it up
 * @param retries the pauses after attempts that failed; after the last the effect is given up
 * @param queries the pauses before a service is asked what became of a call whose answer was lost; after the last the effect
 *     is parked (P4)
 */
public record EffectPolicy(Duration inlineFor, List<Duration> retries, List<Duration> queries) {

    /** 30 seconds inline; retries over a day; queries after 1 min, 5 min, 15 min, 1 h, 6 h and 24 h. */
    public static final EffectPolicy DEFAULT = new EffectPolicy(
            Duration.ofSeconds(30),
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(12)),
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofHours(24)));

    public EffectPolicy {
        retries = List.copyOf(retries);
        queries = List.copyOf(queries);
    }

    /** When to try again after {@code attempts} that failed, spread by up to a fifth; null to give up. */
    @Nullable
    Instant retryAt(Instant now, int attempts, String key) {
        return attempts > retries.size() ? null : now.plus(spread(retries.get(attempts - 1), key, attempts));
    }

    /** When to ask for the {@code number}th time, from 0; null to park. */
    @Nullable
    Instant queryAt(Instant now, int number) {
        return number >= queries.size() ? null : now.plus(queries.get(number));
    }

    /** Spreads retries of many orders, without randomness: the same key and attempt always give the same pause. */
    private static Duration spread(Duration pause, String key, int attempt) {
        int percent = Math.floorMod((key.hashCode() + attempt * 31) * 0x9E3779B1, 21);
        return pause.plus(pause.multipliedBy(percent).dividedBy(100));
    }
}
