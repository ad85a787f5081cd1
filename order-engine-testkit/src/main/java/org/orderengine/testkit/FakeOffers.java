package org.orderengine.testkit;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.orderengine.model.Offer;
import org.orderengine.model.Origin;
import org.orderengine.spi.pricing.OfferService;

/**
 * Offers that a test runs, in the order in which it added them. How often they were used does not matter here: {@link
 * FakeBenefits} counts that. For any number of threads.
 */
public final class FakeOffers implements OfferService {

    private final List<Offer> offers = new CopyOnWriteArrayList<>();

    /** Runs an offer from now on, behind those before. */
    public FakeOffers run(Offer offer) {
        offers.add(offer);
        return this;
    }

    /** Ends an offer. */
    public FakeOffers end(String id) {
        offers.removeIf(offer -> offer.id().equals(id));
        return this;
    }

    @Override
    public List<Offer> offers(Origin origin, List<String> coupons, Instant now) {
        return offers.stream()
                .filter(offer -> offer.coupon() == null || coupons.contains(offer.coupon()))
                .toList();
    }
}
