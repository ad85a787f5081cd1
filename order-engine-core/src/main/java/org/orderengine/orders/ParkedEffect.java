package org.orderengine.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;

/**
 * Work of an order that waits for a person.
 *
 * @param orderId the order
 * @param effect the effect, with what it moves and why it is parked
 * @param code why it is parked, for programs; {@code docs/errors.md} explains the engine's own
 * @param since when it was parked
 * @param attempts how often the service was called or asked for it before
 */
public record ParkedEffect(String orderId, OwedEffect effect, String code, Instant since, int attempts) {

    /** The work of an order that waits for a person, in the order in which it was owed. */
    public static List<ParkedEffect> of(Order order) {
        List<ParkedEffect> parked = new ArrayList<>();
        for (OwedEffect effect : order.flow().effects()) {
            if (effect.status() == OwedEffect.Status.PARKED) {
                Problem problem = effect.problem();
                String code = problem == null ? effect.name() : problem.code();
                parked.add(new ParkedEffect(order.id(), effect, code, effect.due(), effect.attempts()));
            }
        }
        return parked;
    }
}
