package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Evolve;
import org.orderengine.decision.draft.Payments;
import org.orderengine.event.Event;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.model.Shipment;
import org.orderengine.model.Totals;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * Captures when parcels leave, in processes that name the effect {@code shipment.leave}: the parcels are packed, what is owed for them is
 * captured, and then they leave.
 *
 * <p>Owed is what the order would cost if everything that has not left were cancelled now, less what was captured and kept. So the first
 * parcel carries the delivery, and a parcel that came back and leaves again captures nothing.
 */
final class OnShipment {

    private OnShipment() {}

    /** Whether the order's process captures when parcels leave. */
    static boolean captures(Draft draft) {
        return draft.process().effects().contains(EffectKind.SHIPMENT_LEAVE.word());
    }

    /** Wants what is owed for parcels captured, and the parcels to leave. */
    static void leave(Draft draft, List<Shipment> packed) {
        capture(draft, owed(draft.order(), packed));
        for (Shipment shipment : packed) {
            draft.want(EffectKind.SHIPMENT_LEAVE.units(shipment.id(), shipment.lines(), shipment.location()));
        }
    }

    private static void capture(Draft draft, Money owed) {
        Money left = owed;
        for (Payment payment : draft.books().payments()) {
            Money amount = Payments.room(draft.order(), payment).min(left);
            if (amount.isPositive()) {
                draft.want(EffectKind.PAYMENT_CAPTURE.money(payment.id(), amount));
                left = left.minus(amount);
            }
        }
    }

    private static Money owed(Order order, List<Shipment> leaving) {
        List<LineQuantity> stays = new ArrayList<>();
        for (Line line : order.books().lines()) {
            long units = line.units().unshipped() - leaving(leaving, line.id());
            if (units > 0) {
                stays.add(new LineQuantity(line.id(), units));
            }
        }
        Totals without = (stays.isEmpty() ? order : Evolve.apply(order, new Event.UnitsCancelled(stays))).totals();
        Money kept = without.captured().minus(without.refunded()).minus(without.chargedBack());
        return without.total()
                .minus(kept)
                .minus(Payments.capturing(order))
                .max(order.books().money(0));
    }

    private static long leaving(List<Shipment> leaving, String line) {
        long units = 0;
        for (Shipment shipment : leaving) {
            for (LineQuantity one : shipment.lines()) {
                units += one.line().equals(line) ? one.quantity() : 0;
            }
        }
        return units;
    }
}
