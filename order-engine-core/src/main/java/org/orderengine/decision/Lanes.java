package org.orderengine.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;

/**
 * Which owed effects wait for each other: those that lead on in one busy state, and those of one payment, shipment or return,
 * are done in their order, as are the parts of one change; what gives something back otherwise waits for nothing.
 */
public final class Lanes {

    private Lanes() {}

    /** The lane of an effect of an order. */
    public static String of(Order order, OwedEffect effect) {
        PendingChange change = order.flow().change();
        if (change != null && Changes.isPart(change, effect)) {
            return "change";
        }
        if (Plan.isGivingBack(effect)) {
            return effect.id();
        }
        if (effect.run() != null) {
            return "run " + effect.run();
        }
        return effect.subject() == null ? effect.id() : "subject " + effect.subject();
    }

    /** The effects of an order that wait for no other: the first of each lane, unless a person has to resolve it. */
    public static List<OwedEffect> heads(Order order) {
        List<OwedEffect> effects = order.flow().effects();
        if (effects.isEmpty()) {
            return effects;
        }
        List<OwedEffect> heads = new ArrayList<>(effects.size());
        Set<String> seen = new HashSet<>();
        for (OwedEffect effect : effects) {
            if (seen.add(of(order, effect)) && effect.status() != OwedEffect.Status.PARKED) {
                heads.add(effect);
            }
        }
        return heads;
    }
}
