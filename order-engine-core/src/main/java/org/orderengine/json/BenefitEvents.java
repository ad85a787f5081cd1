package org.orderengine.json;

import java.io.IOException;
import java.util.List;
import org.orderengine.event.Event.CouponsRedeemed;
import org.orderengine.event.Event.CouponsReturned;
import org.orderengine.event.Event.PointsClawedBack;
import org.orderengine.event.Event.PointsGranted;
import org.orderengine.event.Event.PointsReturned;
import org.orderengine.event.Event.PointsSpent;
import org.orderengine.model.Money;

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
            new EventCodec<>(
                    "points-granted", PointsGranted.class, BenefitEvents::writeGranted, BenefitEvents::readGranted),
            EventShapes.points(
                    "points-clawed-back", PointsClawedBack.class, PointsClawedBack::points, PointsClawedBack::new));

    private BenefitEvents() {}

    private static void writeGranted(FieldWriter out, PointsGranted event) throws IOException {
        out.number(Field.POINTS, event.points());
        out.amount(Field.AMOUNT, event.on());
    }

    private static PointsGranted readGranted(FieldReader in) throws IOException {
        long points = 0;
        Money on = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case POINTS -> points = in.number();
                case AMOUNT -> on = in.amount();
                default -> throw in.unexpected(field);
            }
        }
        return new PointsGranted(points, in.orZero(on));
    }
}
