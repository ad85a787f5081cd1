package org.orderengine.decision.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.EffectPolicy;

/**
 * How often a service was called or asked for an effect, counted over all that came of it. Pauses grow while the same comes of it again and
 * again; the effect is given up where its schedule for that has no further pause, or where both schedules together have none, so that a
 * service that alternates between two answers comes to an end too (P4, F8).
 *
 * @param effect the effect, as it was before this attempt
 * @param number how many attempts there were
 * @param streak how many of them, the last ones, came to the same
 */
record Attempts(OwedEffect effect, int number, int streak) {

    /** The attempts after one that leaves an effect with a status. */
    static Attempts after(OwedEffect effect, OwedEffect.Status status) {
        boolean goesOn = effect.status() == status && effect.attempts() > 0;
        return new Attempts(effect, effect.attempts() + 1, goesOn ? effect.streak() + 1 : 1);
    }

    /** When to call again; null to give up. */
    @Nullable
    Instant nextRetry(Draft draft) {
        EffectPolicy policy = draft.policy().effects();
        String key = draft.order().id() + "/" + effect.id();
        return isSpent(policy) ? null : policy.retryAt(effect.name(), draft.now(), streak, key);
    }

    /** When to find out what became of a call, by asking or by calling again; null to give up. */
    @Nullable
    Instant nextAfterLost(Draft draft) {
        EffectPolicy policy = draft.policy().effects();
        return switch (draft.policy().services().whenLost(effect)) {
            case CALL_AGAIN -> nextRetry(draft);
            case ASK -> isSpent(policy) ? null : policy.queryAt(effect.name(), draft.now(), streak - 1);
            case PARK -> null;
        };
    }

    private boolean isSpent(EffectPolicy policy) {
        EffectPolicy.Schedule schedule = policy.schedule(effect.name());
        return number > schedule.retries().size() + schedule.queries().size();
    }
}
