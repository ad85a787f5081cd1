package org.orderengine.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.effect.EffectOrder;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;

/** The effects that a commit owes and that can be performed at once, since they wait for nothing that was owed before. */
final class NewlyOwed {

    private NewlyOwed() {}

    static List<OwedEffect> by(Decision.Accepted accepted) {
        return by(accepted, List.of());
    }

    /**
     * The same, and what was owed before and is not begun yet.
     *
     * @param unbegun effects that were left until the answers of this commit are booked
     */
    static List<OwedEffect> by(Decision.Accepted accepted, List<OwedEffect> unbegun) {
        List<OwedEffect> owed = new ArrayList<>(unbegun);
        owed.removeIf(effect -> !effect.equals(accepted.order().flow().effect(effect.id())));
        for (Event event : accepted.events()) {
            if (event instanceof Event.EffectOwed one
                    && accepted.order().flow().effect(one.effect().id()) != null) {
                owed.add(one.effect());
            } else if (event instanceof Event.EffectAllotted allotted) {
                goOn(accepted.order(), allotted.effect(), owed);
            }
        }
        return EffectOrder.unobstructed(accepted.order(), owed);
    }

    /** A reservation goes on with the locations that it was allotted to, and so does what waits for it. */
    private static void goOn(Order order, EffectId reservation, List<OwedEffect> owed) {
        OwedEffect allotted = order.flow().effect(reservation);
        if (allotted == null || !isUntried(allotted) || owed.contains(allotted)) {
            return;
        }
        owed.add(allotted);
        List<OwedEffect> effects = order.flow().effects();
        for (OwedEffect effect : effects.subList(effects.indexOf(allotted) + 1, effects.size())) {
            if (EffectOrder.waits(order, effect, allotted) && isUntried(effect) && !owed.contains(effect)) {
                owed.add(effect);
            }
        }
    }

    private static boolean isUntried(OwedEffect effect) {
        return effect.status() == OwedEffect.Status.OWED && effect.attempts() == 0;
    }
}
