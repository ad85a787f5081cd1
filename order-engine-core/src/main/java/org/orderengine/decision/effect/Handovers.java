package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Intent;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Shipment;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * Hands over lines that need no parcel once their order is paid, in the background. A process that says itself when goods are delivered is
 * left to it.
 */
public final class Handovers {

    private Handovers() {}

    /**
     * Hands over what is paid and was not handed over yet. Without a service for it the units count as handed over at once.
     *
     * @return whether the books changed, so that the process may go on
     */
    public static boolean settle(Draft draft) {
        Order order = draft.order();
        boolean any = order.books().lines().stream().anyMatch(Handovers::isOpen);
        if (!any
                || order.position().ended()
                || draft.process().effects().contains(EffectKind.GOODS_DELIVER.word())
                || owes(order).isPositive()
                || Acceptance.isAwaited(draft)) {
            return false;
        }
        List<LineQuantity> lines = Quantities.all(
                order.books(), line -> isOpen(line) ? Quantities.shippable(order, line) - underWay(draft, line) : 0);
        if (lines.isEmpty()) {
            return false;
        }
        if (draft.policy().services().has(EffectKind.Service.DELIVERY)) {
            ask(draft, lines);
            return false;
        }
        for (UnitsByLocation.Place place : UnitsByLocation.parcels(order, lines)) {
            String id = Names.nextShipment(draft.books());
            Shipment handed =
                    Shipment.packed(id, Children.initial(draft, ChildKind.SHIPMENT), place.lines(), null, null);
            Parcels.leave(draft, handed.from(place.location()));
            draft.apply(new Event.ShipmentDelivered(id, draft.now()));
        }
        return true;
    }

    private static boolean isOpen(Line line) {
        return line.item().handling().isHandedOver() && line.units().unshipped() > 0;
    }

    private static Money owes(Order order) {
        return order.totals().outstanding().minus(order.books().expectedBack());
    }

    /** Wants units to be handed over, those of each location under a name of their own. */
    static void ask(Draft draft, List<LineQuantity> lines) {
        Set<String> names = new HashSet<>();
        for (OwedEffect effect : draft.flow().effects()) {
            if (EffectKind.GOODS_DELIVER.is(effect) && effect.subject() != null) {
                names.add(effect.subject());
            }
        }
        for (UnitsByLocation.Place place : UnitsByLocation.parcels(draft.order(), lines)) {
            String name = Names.next(
                    "s",
                    draft.books().shipments().size(),
                    taken -> draft.books().shipment(taken) != null || names.contains(taken));
            names.add(name);
            draft.want(EffectKind.GOODS_DELIVER.units(name, place.lines(), place.location()));
        }
    }

    private static long underWay(Draft draft, Line line) {
        long units = underWay(draft.order(), line.id());
        for (Intent wanted : draft.wanted()) {
            units += EffectKind.GOODS_DELIVER.is(wanted) ? Quantities.of(wanted.lines(), line.id()) : 0;
        }
        return units;
    }

    /** The units of a line that a service is asked to hand over, and that can no longer be taken off. */
    public static long underWay(Order order, String line) {
        long units = 0;
        for (OwedEffect effect : order.flow().effects()) {
            units += EffectKind.GOODS_DELIVER.is(effect) ? Quantities.of(effect.lines(), line) : 0;
        }
        return units;
    }

    /** Units of an order that can still be cancelled: those that have not left and are not about to be handed over. */
    public static List<LineQuantity> cancellable(Order order) {
        List<LineQuantity> lines = new ArrayList<>();
        for (Line line : order.books().lines()) {
            long units = cancellable(order, line);
            if (units > 0) {
                lines.add(new LineQuantity(line.id(), units));
            }
        }
        return lines;
    }

    /** Units of a line that can still be cancelled. */
    public static long cancellable(Order order, Line line) {
        return Math.max(0, line.units().unshipped() - underWay(order, line.id()));
    }
}
