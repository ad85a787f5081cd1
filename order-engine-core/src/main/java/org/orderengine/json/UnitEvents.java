package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.ShareCodec.shipping;

import java.util.List;
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

/** Events about units and what they are worth. */
final class UnitEvents {

    static final List<EventCodec<?>> ALL = List.of(
            new EventCodec<>(
                    "units-reserved",
                    UnitsReserved.class,
                    Shape.of(
                            objects(Field.LINES, FulfilmentCodec.QUANTITY, UnitsReserved::lines),
                            optionalText(Field.LOCATION, UnitsReserved::location),
                            UnitsReserved::new)),
            new EventCodec<>(
                    "units-unreserved",
                    UnitsUnreserved.class,
                    Shape.of(
                            objects(Field.LINES, FulfilmentCodec.QUANTITY, UnitsUnreserved::lines),
                            optionalText(Field.LOCATION, UnitsUnreserved::location),
                            UnitsUnreserved::new)),
            new EventCodec<>(
                    "units-backordered",
                    UnitsBackordered.class,
                    Shape.of(
                            objects(Field.LINES, FulfilmentCodec.QUANTITY, UnitsBackordered::lines),
                            optionalText(Field.LOCATION, UnitsBackordered::location),
                            UnitsBackordered::new)),
            new EventCodec<>(
                    "units-filled",
                    UnitsFilled.class,
                    Shape.of(
                            objects(Field.LINES, FulfilmentCodec.QUANTITY, UnitsFilled::lines),
                            optionalText(Field.LOCATION, UnitsFilled::location),
                            UnitsFilled::new)),
            new EventCodec<>(
                    "units-cancelled",
                    UnitsCancelled.class,
                    Shape.of(
                            objects(Field.LINES, FulfilmentCodec.QUANTITY, UnitsCancelled::lines),
                            UnitsCancelled::new)),
            new EventCodec<>("shipping-waived", ShippingWaived.class, Shape.of(ShippingWaived::new)),
            new EventCodec<>(
                    "order-repriced",
                    OrderRepriced.class,
                    Shape.of(
                            objects(Field.LINES, LineCodec.LINE, OrderRepriced::lines)
                                    .inCurrency(
                                            event -> event.shipping().price().currency()),
                            shipping(OrderRepriced::shipping),
                            objects(Field.COUPONS, BenefitCodec.COUPON, OrderRepriced::coupons),
                            OrderRepriced::new)),
            new EventCodec<>(
                    "change-begun", ChangeBegun.class, ChangeCodec.CHANGE.as(ChangeBegun::change, ChangeBegun::new)),
            new EventCodec<>(
                    "change-proposed",
                    ChangeProposed.class,
                    ProposalCodec.PROPOSAL.as(ChangeProposed::proposed, ChangeProposed::new)),
            new EventCodec<>(
                    "proposal-ended",
                    ProposalEnded.class,
                    Shape.of(text(Field.PROPOSAL, ProposalEnded::proposal), ProposalEnded::new)),
            new EventCodec<>(
                    "credit-granted",
                    CreditGranted.class,
                    Shape.of(amount(Field.AMOUNT, CreditGranted::amount), CreditGranted::new)),
            new EventCodec<>(
                    "fee-charged",
                    FeeCharged.class,
                    Shape.of(amount(Field.AMOUNT, FeeCharged::amount), FeeCharged::new)),
            new EventCodec<>(
                    "deposit-kept",
                    DepositKept.class,
                    Shape.of(amount(Field.AMOUNT, DepositKept::amount), DepositKept::new)));

    private UnitEvents() {}
}
