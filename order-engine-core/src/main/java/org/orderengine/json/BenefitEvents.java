package org.orderengine.json;

import static org.orderengine.json.EventCodec.event;

import java.util.List;
import org.orderengine.event.Event.CouponsRedeemed;
import org.orderengine.event.Event.CouponsReturned;
import org.orderengine.event.Event.PointsClawedBack;
import org.orderengine.event.Event.PointsGranted;
import org.orderengine.event.Event.PointsReturned;
import org.orderengine.event.Event.PointsSpent;

/** Events about coupons and points. */
final class BenefitEvents {

    static final List<EventCodec<?>> ALL = List.of(
            event(
                    "coupons-redeemed",
                    CouponsRedeemed.class,
                    Field.CODES.texts(CouponsRedeemed::codes),
                    CouponsRedeemed::new),
            event(
                    "coupons-returned",
                    CouponsReturned.class,
                    Field.CODES.texts(CouponsReturned::codes),
                    CouponsReturned::new),
            event("points-spent", PointsSpent.class, Field.POINTS.number(PointsSpent::points), PointsSpent::new),
            event(
                    "points-returned",
                    PointsReturned.class,
                    Field.POINTS.number(PointsReturned::points),
                    PointsReturned::new),
            event(
                    "points-granted",
                    PointsGranted.class,
                    Shape.of(
                            Field.POINTS.number(PointsGranted::points),
                            Field.AMOUNT.amount(PointsGranted::on),
                            PointsGranted::new)),
            event(
                    "points-clawed-back",
                    PointsClawedBack.class,
                    Field.POINTS.number(PointsClawedBack::points),
                    PointsClawedBack::new));

    private BenefitEvents() {}
}
