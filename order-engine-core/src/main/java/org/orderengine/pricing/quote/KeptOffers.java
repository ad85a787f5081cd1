package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Benefits;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.pricing.offer.OfferParts;

/** The offers that an order keeps, since they gave it something: which still apply, and which are added. */
final class KeptOffers {

    /** The most names of products, categories, tiers and parameters that a kept offer has. */
    private static final int MAX_NAMES = 500;

    private KeptOffers() {}

    /** The offers that are judged by what the order kept of them: those whose coupon or use did not come back. */
    static List<Offer> active(Books books) {
        if (books.coupons().stream().noneMatch(coupon -> coupon.state() == Coupon.State.RETURNED)) {
            return books.offers();
        }
        return books.offers().stream().filter(offer -> isActive(books, offer)).toList();
    }

    /**
     * The offers of today that gave something to an order which did not keep them: a document of an earlier version has their ids only,
     * and an offer beyond the bounds is not kept.
     */
    static List<Offer> unkept(Books books, List<Offer> today) {
        Set<String> sources = new HashSet<>();
        books.shipping().discounts().forEach(discount -> sources.add(discount.source()));
        for (Line line : books.lines()) {
            line.basis().discounts().forEach(discount -> sources.add(discount.source()));
        }
        books.offers().forEach(offer -> sources.remove(offer.id()));
        return sources.isEmpty()
                ? List.of()
                : today.stream()
                        .filter(offer -> sources.contains(offer.id()) && isActive(books, offer))
                        .toList();
    }

    private static boolean isActive(Books books, Offer offer) {
        String code = offer.coupon() == null ? Coupon.ofOffer(offer.id()).code() : offer.coupon();
        for (Coupon coupon : books.coupons()) {
            if (coupon.code().equals(code)) {
                return coupon.state() != Coupon.State.RETURNED;
            }
        }
        return true;
    }

    /** What an order keeps once further offers gave it something. */
    static List<Offer> with(List<Offer> before, List<Offer> gave, Currency currency) {
        List<Offer> all = null;
        Set<String> known = new HashSet<>();
        before.forEach(offer -> known.add(offer.id()));
        for (Offer offer : gave) {
            if (known.size() < Benefits.MAX_OFFERS && isKeepable(offer, currency) && known.add(offer.id())) {
                all = all == null ? new ArrayList<>(before) : all;
                all.add(offer);
            }
        }
        return all == null ? before : all;
    }

    private static boolean isKeepable(Offer offer, Currency currency) {
        return OfferParts.names(offer) <= MAX_NAMES
                && OfferParts.amounts(offer).stream().map(Money::currency).allMatch(currency::equals);
    }

    /** Whether a discount is of an offer or of a rule of the host's, and not of points or an exemption. */
    static boolean isGiven(Adjustment discount) {
        return !Adjustment.isReserved(discount.source());
    }
}
