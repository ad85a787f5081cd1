package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.EffectId;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;

/**
 * The order in which the effects that an order owes are done.
 *
 * <p>An effect waits for an earlier one:
 *
 * <ul>
 *   <li>of the same busy state, where both lead on;
 *   <li>of the same payment, shipment or return, where both lead on;
 *   <li>of the same change that waits for stock or coupons;
 *   <li>that its {@link Desk} names: a coupon counts again only after it came back, and units that came back leave or are
 *       released only after the inventory holds them again.
 * </ul>
 *
 * <p>Any other effect that gives something back waits for nothing.
 *
 * <p>Stateless, so safe for any number of threads.
 */
public final class EffectOrder {

    private EffectOrder() {}

    /** Whether an effect of an order waits until an earlier one is settled. */
    public static boolean waits(Order order, OwedEffect effect, OwedEffect earlier) {
        return isOfOneLane(effect, earlier)
                || Desks.waits(effect, earlier)
                || isOfOneChange(order.flow().change(), effect, earlier);
    }

    /** The effects of an order that wait for no other, without those that a person has to resolve. */
    public static List<OwedEffect> heads(Order order) {
        List<OwedEffect> effects = order.flow().effects();
        if (effects.isEmpty()) {
            return effects;
        }
        List<OwedEffect> heads = new ArrayList<>(effects.size());
        for (int i = 0; i < effects.size(); i++) {
            OwedEffect effect = effects.get(i);
            if (effect.status() != OwedEffect.Status.PARKED && !waitsForAny(order, effect, effects.subList(0, i))) {
                heads.add(effect);
            }
        }
        return heads;
    }

    /** Of the effects just owed, those that wait, directly or not, only for others of them. */
    public static List<OwedEffect> unobstructed(Order order, List<OwedEffect> owed) {
        List<OwedEffect> effects = order.flow().effects();
        if (effects.size() == owed.size()) {
            return owed;
        }
        Set<EffectId> ids = owed.stream().map(OwedEffect::id).collect(Collectors.toSet());
        List<OwedEffect> obstacles = new ArrayList<>(effects);
        obstacles.removeIf(effect -> ids.contains(effect.id()));
        List<OwedEffect> free = new ArrayList<>(owed.size());
        for (OwedEffect effect : owed) {
            if (waitsForAny(order, effect, obstacles)) {
                obstacles.add(effect);
            } else {
                free.add(effect);
            }
        }
        return free;
    }

    /** Whether an effect of an order waits for any of the earlier ones. */
    public static boolean waitsForAny(Order order, OwedEffect effect, List<OwedEffect> earlier) {
        for (OwedEffect one : earlier) {
            if (waits(order, effect, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfOneLane(OwedEffect effect, OwedEffect earlier) {
        if (Desks.isGivingBack(effect) || Desks.isGivingBack(earlier)) {
            return false;
        }
        if (effect.run() != null || earlier.run() != null) {
            return effect.run() != null && effect.run().equals(earlier.run());
        }
        return effect.subject() != null && effect.subject().equals(earlier.subject());
    }

    private static boolean isOfOneChange(@Nullable PendingChange change, OwedEffect effect, OwedEffect earlier) {
        return change != null && Changes.isPart(change, effect) && Changes.isPart(change, earlier);
    }
}
