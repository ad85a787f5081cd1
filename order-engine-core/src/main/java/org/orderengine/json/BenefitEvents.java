package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.number;
import static org.orderengine.json.Part.texts;

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
            new EventCodec<>(
                    "coupons-redeemed",
                    CouponsRedeemed.class,
                    Shape.of(texts(Field.CODES, CouponsRedeemed::codes), CouponsRedeemed::new)),
            new EventCodec<>(
                    "coupons-returned",
                    CouponsReturned.class,
                    Shape.of(texts(Field.CODES, CouponsReturned::codes), CouponsReturned::new)),
            new EventCodec<>(
                    "points-spent",
                    PointsSpent.class,
                    Shape.of(number(Field.POINTS, PointsSpent::points), PointsSpent::new)),
            new EventCodec<>(
                    "points-returned",
                    PointsReturned.class,
                    Shape.of(number(Field.POINTS, PointsReturned::points), PointsReturned::new)),
            new EventCodec<>(
                    "points-granted",
                    PointsGranted.class,
                    Shape.of(
                            number(Field.POINTS, PointsGranted::points),
                            amount(Field.AMOUNT, PointsGranted::on),
                            PointsGranted::new)),
            new EventCodec<>(
                    "points-clawed-back",
                    PointsClawedBack.class,
                    Shape.of(number(Field.POINTS, PointsClawedBack::points), PointsClawedBack::new)));

    private BenefitEvents() {}
}
