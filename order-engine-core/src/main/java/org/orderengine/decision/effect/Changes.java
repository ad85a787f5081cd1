package org.orderengine.decision.effect;

import org.orderengine.decision.draft.Draft;
import org.orderengine.event.Event;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * Changes that wait for stock or coupons. What they need is asked for first, and what they let go of is released after that, so
 * that a change that cannot be made has lost nothing.
 */
public final class Changes {

    private Changes() {}

    /** Whether an effect is a part of a change, and waits for those before it. */
    public static boolean isPart(PendingChange change, OwedEffect effect) {
        return effect.run() == null
                && change.isOwedWith(effect)
                && (isNeeded(effect) || EffectKind.INVENTORY_RELEASE.is(effect));
    }

    /** Whether a change is not made when a service says no to an effect. */
    public static boolean needs(PendingChange change, OwedEffect effect) {
        return isPart(change, effect) && isNeeded(effect);
    }

    private static boolean isNeeded(OwedEffect effect) {
        return EffectKind.of(effect).isReserving() || EffectKind.COUPONS_REDEEM.is(effect);
    }

    /** Makes the order again what it was: what else the change owes and nobody has begun with is dropped. */
    public static void takeBack(Draft draft, PendingChange change) {
        boolean holds = false;
        for (OwedEffect owed : draft.flow().effects()) {
            if (isPart(change, owed) && owed.status() == OwedEffect.Status.OWED && owed.attempts() == 0) {
                holds |= EffectKind.INVENTORY_RELEASE.is(owed);
                draft.apply(new Event.EffectDropped(owed.id()));
            }
        }
        PriceEntry.restore(draft, change, holds);
    }
}
