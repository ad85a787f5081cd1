package org.orderengine.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long services are asked for what an order owes.
 *
 * @param inlineFor how long the thread that committed an effect has it for itself, before any node may take it up
 * @param retries the pauses after attempts that failed; after the last the effect is given up
 * @param queries the pauses before a service is asked what became of a call whose answer was lost; after the last the effect
 *     is parked (P4)
 * @param byEffect schedules of single effects, by name, where they are not these
 */
public record EffectPolicy(
        Duration inlineFor, List<Duration> retries, List<Duration> queries, Map<String, Schedule> byEffect) {

    /**
     * How often and how long a service is asked for one effect.
     *
     * @param retries the pauses after attempts that failed
     * @param queries the pauses before a service is asked what became of a call
     */
    public record Schedule(List<Duration> retries, List<Duration> queries) {
        public Schedule {
            retries = requirePauses(retries);
            queries = requirePauses(queries);
        }
    }

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
        retries = requirePauses(retries);
        queries = requirePauses(queries);
        byEffect = Map.copyOf(byEffect);
    }

    /** The same schedule for all effects. */
    public EffectPolicy(Duration inlineFor, List<Duration> retries, List<Duration> queries) {
        this(inlineFor, retries, queries, Map.of());
    }

    /** This policy with another schedule for one effect, such as {@code payment.refund}. */
    public EffectPolicy with(String effect, List<Duration> otherRetries, List<Duration> otherQueries) {
        Map<String, Schedule> more = new HashMap<>(byEffect);
        more.put(effect, new Schedule(otherRetries, otherQueries));
        return new EffectPolicy(inlineFor, retries, queries, more);
    }

    /** The schedule of an effect. */
    public Schedule schedule(String effect) {
        Schedule own = byEffect.get(effect);
        return own == null ? new Schedule(retries, queries) : own;
    }

    private static List<Duration> requirePauses(List<Duration> pauses) {
        for (Duration pause : pauses) {
            if (pause.isNegative()) {
                throw new IllegalArgumentException("a pause of " + pause + " is less than zero");
            }
        }
        return List.copyOf(pauses);
    }

    /** When to try again after {@code attempts} that failed, spread by up to a fifth; null to give up. */
    public @Nullable Instant retryAt(String effect, Instant now, int attempts, String key) {
        List<Duration> pauses = schedule(effect).retries();
        return attempts > pauses.size() ? null : now.plus(spread(pauses.get(attempts - 1), key, attempts));
    }

    /** When to ask for the {@code number}th time, from 0; null to park. */
    public @Nullable Instant queryAt(String effect, Instant now, int number) {
        List<Duration> pauses = schedule(effect).queries();
        return number >= pauses.size() ? null : now.plus(pauses.get(number));
    }

    /** Spreads retries of many orders, without randomness: the same key and attempt always give the same pause. */
    private static Duration spread(Duration pause, String key, int attempt) {
        int percent = Math.floorMod((key.hashCode() + attempt * 31) * 0x9E3779B1, 21);
        return pause.plus(pause.multipliedBy(percent).dividedBy(100));
    }
}
