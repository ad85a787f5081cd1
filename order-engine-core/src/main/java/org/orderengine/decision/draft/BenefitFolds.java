package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;

/** What each event of coupons and points enters into the books. */
final class BenefitFolds {

    static final Folds<Books, Event.OfBenefits> FOLDS = new Folds<Books, Event.OfBenefits>()
            .on(Event.CouponsRedeemed.class, (books, event) -> coupons(books, event.codes(), Coupon.State.REDEEMED))
            .on(Event.CouponsReturned.class, (books, event) -> coupons(books, event.codes(), Coupon.State.RETURNED))
            .on(
                    Event.PointsSpent.class,
                    (books, event) -> books.withPoints(books.points().spend(event.points())))
            .on(
                    Event.PointsReturned.class,
                    (books, event) -> books.withPoints(books.points().giveBack(event.points())))
            .on(
                    Event.PointsGranted.class,
                    (books, event) -> books.withPoints(
                            books.points().grant(event.points(), event.on().minorUnits())))
            .on(
                    Event.PointsClawedBack.class,
                    (books, event) -> books.withPoints(books.points().clawBack(event.points())));

    private BenefitFolds() {}

    private static Books coupons(Books books, List<String> codes, Coupon.State state) {
        List<Coupon> coupons = new ArrayList<>(books.coupons());
        coupons.replaceAll(coupon -> codes.contains(coupon.code()) ? new Coupon(coupon.code(), state) : coupon);
        return books.withCoupons(coupons);
    }
}
