package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Lapse;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Units;

/** What each event of the goods enters into the books. */
final class GoodsFolds {

    static final Folds<Books, Event.OfGoods> FOLDS = new Folds<Books, Event.OfGoods>()
            .on(Event.UnitsReserved.class, (books, it) -> moveAt(books, it.lines(), it.location(), Units::reserve))
            .on(Event.UnitsBackordered.class, (books, it) -> moveAt(books, it.lines(), it.location(), Units::backorder))
            .on(Event.UnitsFilled.class, (books, it) -> moveAt(books, it.lines(), it.location(), Units::fillBackorder))
            .on(Event.UnitsUnreserved.class, (books, it) -> moveAt(books, it.lines(), it.location(), Units::unreserve))
            .on(Event.UnitsCancelled.class, (books, cancelled) -> move(books, cancelled.lines(), Units::cancel))
            .on(
                    Event.ShippingWaived.class,
                    (books, event) -> books.withShipping(books.shipping().waived()))
            .on(
                    Event.LineReduced.class,
                    (books, reduced) -> books.withLine(reduced.line(), line -> line.reduced(reduced.reduction())))
            .on(Event.ChargesChanged.class, (books, changed) -> books.withCharges(changed.charges()))
            .on(Event.OrderRepriced.class, (books, repriced) -> books.withPrices(repriced.prices()));

    private GoodsFolds() {}

    /** What becomes of a number of units of a line at a location. */
    @FunctionalInterface
    interface Move {
        Units apply(Units units, long quantity, @Nullable String location);
    }

    static Books moveAt(Books books, List<LineQuantity> lines, @Nullable String location, Move how) {
        return move(books, lines, (units, quantity) -> how.apply(units, quantity, location));
    }

    static Books move(Books books, List<LineQuantity> moved, BiFunction<Units, Long, Units> how) {
        List<Line> lines = new ArrayList<>(books.lines());
        for (LineQuantity quantity : moved) {
            lines.replaceAll(line -> line.id().equals(quantity.line())
                    ? line.withUnits(how.apply(line.units(), quantity.quantity()))
                    : line);
        }
        return books.withLines(lines);
    }

    /** The books with what they had when the order lapsed; coupons are to be redeemed again. */
    static Books reinstated(Books books, Lapse lapse) {
        List<Coupon> coupons = new ArrayList<>(books.coupons());
        coupons.replaceAll(coupon ->
                coupon.state() == Coupon.State.RETURNED ? new Coupon(coupon.code(), Coupon.State.CARRIED) : coupon);
        return move(books, lapse.lines(), Units::restore)
                .withShipping(lapse.shipping())
                .withCoupons(coupons);
    }
}
