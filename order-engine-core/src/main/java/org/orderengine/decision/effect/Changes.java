package org.orderengine.decision.effect;

import org.orderengine.decision.draft.Draft;
import org.orderengine.event.Event;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * Changes of an order that wait for stock or coupons.
 *
 * <ol>
 *   <li>The stock and the coupons that a change needs are asked for first.
 *   <li>The stock that it frees is released after that, so that a change which is declined has lost nothing.
 * </ol>
 */
public final class Changes {

    private Changes() {}

    /** Whether an effect is a part of a change, and waits for those before it. */
    public static boolean isPart(PendingChange change, OwedEffect effect) {
        return effect.run() == null
                && change.isOwedWith(effect)
                && (isNeeded(effect) || EffectKind.INVENTORY_RELEASE.is(effect));
    }

    /** Whether a change falls when a service declines an effect. */
    public static boolean needs(PendingChange change, OwedEffect effect) {
        return isPart(change, effect) && isNeeded(effect);
    }

    private static boolean isNeeded(OwedEffect effect) {
        return EffectKind.of(effect).isReserving() || EffectKind.COUPONS_REDEEM.is(effect);
    }

    /** Restores the order to before the change. The other effects of the change that no service was called for are dropped. */
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
