package org.orderengine.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy on how often and how long services are called for what an order owes.
 *
 * <p>The attempts for one effect:
 *
 * <ol>
 *   <li>The thread that committed it calls the service at once; no other node takes it for {@code inlineFor}.
 *   <li>After a failed call the next one is made after the next pause of {@code retries}. After the last, the effect is parked,
 *       or its busy state is left by {@code failed}.
 *   <li>After a lost answer what moves money, and what was registered with {@code once}, is queried after the pauses of {@code queries}.
 *       Everything else is called again after the pauses of {@code retries}. After the last, the effect is parked (P4).
 * </ol>
 *
 * <p>Pauses between retries are spread by up to a fifth, so that many orders do not call at one instant. The spread is a
 * multiplicative hash of the effect's key (D. Knuth, The Art of Computer Programming, volume 3, 6.4), so it is the same at
 * every run.
 *
 * <pre>{@code
 * EffectPolicy.DEFAULT.with("payment.refund", List.of(Duration.ofHours(1), Duration.ofDays(1)), EffectPolicy.DEFAULT.queries());
 * }</pre>
 *
 * <p>Default: 30 seconds inline; 8 retries within a day; queries after 1 min, 5 min, 15 min, 1 h, 6 h and 24 h. A negative
 * pause is an {@link IllegalArgumentException}.
 *
 * @param inlineFor how long the thread that committed an effect has it for itself
 * @param retries the pauses after calls that failed; after the last no further call is made
 * @param queries the pauses before a service is asked for a lost answer; after the last the effect is parked
 * @param byEffect the schedules of single effects, by name, where they differ
 */
public record EffectPolicy(
        Duration inlineFor, List<Duration> retries, List<Duration> queries, Map<String, Schedule> byEffect) {

    /**
     * The pauses of one effect.
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

    /** 30 seconds inline; 8 retries within a day; queries after 1 min, 5 min, 15 min, 1 h, 6 h and 24 h. */
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
        if (inlineFor.isNegative()) {
            throw new IllegalArgumentException("a thread cannot have effects for itself for " + inlineFor);
        }
        retries = requirePauses(retries);
        queries = requirePauses(queries);
        byEffect = Map.copyOf(byEffect);
    }

    /** The same schedule for all effects. */
    public EffectPolicy(Duration inlineFor, List<Duration> retries, List<Duration> queries) {
        this(inlineFor, retries, queries, Map.of());
    }

    /** The same policy, under which the thread that commits an effect leaves it to workers. */
    public EffectPolicy leftToWorkers() {
        return new EffectPolicy(Duration.ZERO, retries, queries, byEffect);
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

    /** The instant of the next call after {@code attempts} that failed, spread by up to a fifth; null to give up. */
    public @Nullable Instant retryAt(String effect, Instant now, int attempts, String key) {
        List<Duration> pauses = schedule(effect).retries();
        return attempts > pauses.size() ? null : now.plus(spread(pauses.get(attempts - 1), key, attempts));
    }

    /** The instant of the {@code number}th query, from 0; null to park. */
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
