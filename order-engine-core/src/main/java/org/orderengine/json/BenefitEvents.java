package org.orderengine.json;

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
            EventShapes.texts(
                    "coupons-redeemed",
                    CouponsRedeemed.class,
                    Field.CODES,
                    CouponsRedeemed::codes,
                    CouponsRedeemed::new),
            EventShapes.texts(
                    "coupons-returned",
                    CouponsReturned.class,
                    Field.CODES,
                    CouponsReturned::codes,
                    CouponsReturned::new),
            EventShapes.points("points-spent", PointsSpent.class, PointsSpent::points, PointsSpent::new),
            EventShapes.points("points-returned", PointsReturned.class, PointsReturned::points, PointsReturned::new),
            EventShapes.points("points-granted", PointsGranted.class, PointsGranted::points, PointsGranted::new),
            EventShapes.points(
                    "points-clawed-back", PointsClawedBack.class, PointsClawedBack::points, PointsClawedBack::new));

    private BenefitEvents() {}
}
