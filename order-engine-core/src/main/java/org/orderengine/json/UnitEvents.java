package org.orderengine.json;

import static org.orderengine.json.EventCodec.event;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.event.Event.ChangeBegun;
import org.orderengine.event.Event.ChangeProposed;
import org.orderengine.event.Event.CreditGranted;
import org.orderengine.event.Event.DepositKept;
import org.orderengine.event.Event.FeeCharged;
import org.orderengine.event.Event.OrderRepriced;
import org.orderengine.event.Event.ProposalEnded;
import org.orderengine.event.Event.ShippingWaived;
import org.orderengine.event.Event.UnitsBackordered;
import org.orderengine.event.Event.UnitsCancelled;
import org.orderengine.event.Event.UnitsFilled;
import org.orderengine.event.Event.UnitsReserved;
import org.orderengine.event.Event.UnitsUnreserved;
import org.orderengine.model.LineQuantity;

/** Events about units and what they are worth. */
final class UnitEvents {

    static final List<EventCodec<?>> ALL = List.of(
            units(
                    "units-reserved",
                    UnitsReserved.class,
                    UnitsReserved::lines,
                    UnitsReserved::location,
                    UnitsReserved::new),
            units(
                    "units-unreserved",
                    UnitsUnreserved.class,
                    UnitsUnreserved::lines,
                    UnitsUnreserved::location,
                    UnitsUnreserved::new),
            units(
                    "units-backordered",
                    UnitsBackordered.class,
                    UnitsBackordered::lines,
                    UnitsBackordered::location,
                    UnitsBackordered::new),
            units("units-filled", UnitsFilled.class, UnitsFilled::lines, UnitsFilled::location, UnitsFilled::new),
            event(
                    "units-cancelled",
                    UnitsCancelled.class,
                    Field.LINES.objects(FulfilmentCodec.QUANTITY, UnitsCancelled::lines),
                    UnitsCancelled::new),
            event("shipping-waived", ShippingWaived.class, Shape.of(ShippingWaived::new)),
            event(
                    "order-repriced",
                    OrderRepriced.class,
                    Shape.of(
                            Field.LINES
                                    .objects(LineCodec.LINE, OrderRepriced::lines)
                                    .inCurrency(
                                            event -> event.shipping().price().currency()),
                            ShareCodec.shipping(OrderRepriced::shipping),
                            Field.COUPONS.objects(BenefitCodec.COUPON, OrderRepriced::coupons),
                            OrderRepriced::new)),
            event("change-begun", ChangeBegun.class, ChangeCodec.CHANGE, ChangeBegun::change, ChangeBegun::new),
            event(
                    "change-proposed",
                    ChangeProposed.class,
                    ChangeCodec.PROPOSAL,
                    ChangeProposed::proposed,
                    ChangeProposed::new),
            event(
                    "proposal-ended",
                    ProposalEnded.class,
                    Field.PROPOSAL.text(ProposalEnded::proposal),
                    ProposalEnded::new),
            event(
                    "credit-granted",
                    CreditGranted.class,
                    Field.AMOUNT.amount(CreditGranted::amount),
                    CreditGranted::new),
            event("fee-charged", FeeCharged.class, Field.AMOUNT.amount(FeeCharged::amount), FeeCharged::new),
            event("deposit-kept", DepositKept.class, Field.AMOUNT.amount(DepositKept::amount), DepositKept::new));

    private UnitEvents() {}

    /** Units of lines that moved at a location. */
    private static <E extends Event> EventCodec<E> units(
            String name,
            Class<E> type,
            Function<E, List<LineQuantity>> lines,
            Function<E, @Nullable String> location,
            Make.Of2<List<LineQuantity>, @Nullable String, E> make) {
        return event(
                name,
                type,
                Shape.of(
                        Field.LINES.objects(FulfilmentCodec.QUANTITY, lines),
                        Field.LOCATION.optionalText(location),
                        make));
    }
}
