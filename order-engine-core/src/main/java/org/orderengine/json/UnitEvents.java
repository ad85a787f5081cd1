package org.orderengine.json;

import java.io.IOException;
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
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Shipping;

/** Events about units and what they are worth. */
final class UnitEvents {

    static final List<EventCodec<?>> ALL = List.of(
            EventShapes.quantitiesAt(
                    "units-reserved",
                    UnitsReserved.class,
                    UnitsReserved::lines,
                    UnitsReserved::location,
                    UnitsReserved::new),
            EventShapes.quantitiesAt(
                    "units-unreserved",
                    UnitsUnreserved.class,
                    UnitsUnreserved::lines,
                    UnitsUnreserved::location,
                    UnitsUnreserved::new),
            EventShapes.quantitiesAt(
                    "units-backordered",
                    UnitsBackordered.class,
                    UnitsBackordered::lines,
                    UnitsBackordered::location,
                    UnitsBackordered::new),
            EventShapes.quantitiesAt(
                    "units-filled", UnitsFilled.class, UnitsFilled::lines, UnitsFilled::location, UnitsFilled::new),
            EventShapes.quantities("units-cancelled", UnitsCancelled.class, UnitsCancelled::lines, UnitsCancelled::new),
            new EventCodec<>(
                    "shipping-waived", ShippingWaived.class, (out, event) -> {}, UnitEvents::readShippingWaived),
            new EventCodec<>(
                    "order-repriced",
                    OrderRepriced.class,
                    UnitEvents::writeOrderRepriced,
                    UnitEvents::readOrderRepriced),
            EventShapes.whole(
                    "change-begun",
                    ChangeBegun.class,
                    ChangeBegun::change,
                    ChangeCodec::write,
                    ChangeCodec::read,
                    ChangeBegun::new),
            EventShapes.whole(
                    "change-proposed",
                    ChangeProposed.class,
                    ChangeProposed::proposed,
                    ProposalCodec::write,
                    ProposalCodec::read,
                    ChangeProposed::new),
            EventShapes.text(
                    "proposal-ended", ProposalEnded.class, Field.PROPOSAL, ProposalEnded::proposal, ProposalEnded::new),
            new EventCodec<>(
                    "credit-granted",
                    CreditGranted.class,
                    (out, event) -> out.amount(Field.AMOUNT, event.amount()),
                    in -> new CreditGranted(readAmount(in))),
            new EventCodec<>(
                    "fee-charged",
                    FeeCharged.class,
                    (out, event) -> out.amount(Field.AMOUNT, event.amount()),
                    in -> new FeeCharged(readAmount(in))),
            new EventCodec<>(
                    "deposit-kept",
                    DepositKept.class,
                    (out, event) -> out.amount(Field.AMOUNT, event.amount()),
                    in -> new DepositKept(readAmount(in))));

    private UnitEvents() {}

    private static ShippingWaived readShippingWaived(FieldReader in) throws IOException {
        Field field = in.next();
        if (field != null) {
            throw in.unexpected(field);
        }
        return new ShippingWaived();
    }

    private static void writeOrderRepriced(FieldWriter out, OrderRepriced event) throws IOException {
        out.currency(event.shipping().price().currency());
        out.objects(Field.LINES, event.lines(), LineCodec::write);
        if (!ShareCodec.isNone(event.shipping())) {
            out.object(Field.SHIPPING, event.shipping(), ShareCodec::writeShipping);
        }
        out.objects(Field.COUPONS, event.coupons(), BenefitCodec::writeCoupon);
    }

    private static OrderRepriced readOrderRepriced(FieldReader in) throws IOException {
        List<Line> lines = List.of();
        Shipping shipping = null;
        List<Coupon> coupons = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case LINES -> lines = in.objects(LineCodec::read);
                case SHIPPING -> shipping = in.object(ShareCodec::readShipping);
                case COUPONS -> coupons = in.objects(BenefitCodec::readCoupon);
                default -> throw in.unexpected(field);
            }
        }
        return new OrderRepriced(lines, shipping == null ? ShareCodec.none(in.currency()) : shipping, coupons);
    }

    private static Money readAmount(FieldReader in) throws IOException {
        return in.orZero(EventShapes.readOnly(in, Field.AMOUNT, FieldReader::amount));
    }
}
