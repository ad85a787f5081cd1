package org.orderengine.json;

import static org.orderengine.json.EventCodec.about;
import static org.orderengine.json.EventCodec.event;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.event.Event.ChangeBegun;
import org.orderengine.event.Event.ChangeProposed;
import org.orderengine.event.Event.ChargesChanged;
import org.orderengine.event.Event.CouponsRedeemed;
import org.orderengine.event.Event.CouponsReturned;
import org.orderengine.event.Event.CreditGranted;
import org.orderengine.event.Event.DepositKept;
import org.orderengine.event.Event.FeeCharged;
import org.orderengine.event.Event.LineReduced;
import org.orderengine.event.Event.OrderRepriced;
import org.orderengine.event.Event.PointsClawedBack;
import org.orderengine.event.Event.PointsGranted;
import org.orderengine.event.Event.PointsReturned;
import org.orderengine.event.Event.PointsSpent;
import org.orderengine.event.Event.ProposalEnded;
import org.orderengine.event.Event.ShippingWaived;
import org.orderengine.event.Event.UnitsBackordered;
import org.orderengine.event.Event.UnitsCancelled;
import org.orderengine.event.Event.UnitsFilled;
import org.orderengine.event.Event.UnitsReserved;
import org.orderengine.event.Event.UnitsUnreserved;
import org.orderengine.model.LineQuantity;

/** Events about units and what they are worth, and about coupons and points. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class GoodsEvents {

    static final List<EventCodec<?>> ALL = List.of(
            units(UnitsReserved.class, UnitsReserved::lines, UnitsReserved::location, UnitsReserved::new),
            units(UnitsUnreserved.class, UnitsUnreserved::lines, UnitsUnreserved::location, UnitsUnreserved::new),
            units(UnitsBackordered.class, UnitsBackordered::lines, UnitsBackordered::location, UnitsBackordered::new),
            units(UnitsFilled.class, UnitsFilled::lines, UnitsFilled::location, UnitsFilled::new),
            event(
                    UnitsCancelled.class,
                    Field.LINES.objects(LineCodec.QUANTITY, UnitsCancelled::lines),
                    UnitsCancelled::new),
            event(
                    LineReduced.class,
                    Field.LINE.text(LineReduced::line),
                    Part.inline(ShareCodec.REDUCTION, LineReduced::reduction),
                    LineReduced::new),
            event(ShippingWaived.class, Shape.of(ShippingWaived::new)),
            event(
                    ChargesChanged.class,
                    Field.CHARGES.objects(ShareCodec.CHARGE, ChargesChanged::charges),
                    ChargesChanged::new),
            event(OrderRepriced.class, ChangeCodec.prices(OrderRepriced::prices), OrderRepriced::new),
            about(ChangeBegun.class, ChangeCodec.CHANGE, ChangeBegun::change, ChangeBegun::new),
            about(ChangeProposed.class, ChangeCodec.PROPOSAL, ChangeProposed::proposed, ChangeProposed::new),
            event(ProposalEnded.class, Field.PROPOSAL.text(ProposalEnded::proposal), ProposalEnded::new),
            event(CreditGranted.class, Field.AMOUNT.amount(CreditGranted::amount), CreditGranted::new),
            event(FeeCharged.class, Field.AMOUNT.amount(FeeCharged::amount), FeeCharged::new),
            event(DepositKept.class, Field.AMOUNT.amount(DepositKept::amount), DepositKept::new),
            event(CouponsRedeemed.class, Field.CODES.texts(CouponsRedeemed::codes), CouponsRedeemed::new),
            event(CouponsReturned.class, Field.CODES.texts(CouponsReturned::codes), CouponsReturned::new),
            event(PointsSpent.class, Field.POINTS.number(PointsSpent::points), PointsSpent::new),
            event(PointsReturned.class, Field.POINTS.number(PointsReturned::points), PointsReturned::new),
            event(
                    PointsGranted.class,
                    Field.POINTS.number(PointsGranted::points),
                    Field.AMOUNT.amount(PointsGranted::on),
                    PointsGranted::new),
            event(PointsClawedBack.class, Field.POINTS.number(PointsClawedBack::points), PointsClawedBack::new));

    private GoodsEvents() {}

    /** Units of lines that moved at a location. */
    private static <E extends Event> EventCodec<E> units(
            Class<E> type,
            Function<E, List<LineQuantity>> lines,
            Function<E, @Nullable String> location,
            Shape.Make2<List<LineQuantity>, @Nullable String, E> make) {
        return event(type, Field.LINES.objects(LineCodec.QUANTITY, lines), Field.LOCATION.optionalText(location), make);
    }
}
