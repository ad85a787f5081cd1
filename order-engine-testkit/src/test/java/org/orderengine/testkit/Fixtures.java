package org.orderengine.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.model.Offer;

/** What the tests of the fakes are told with. */
final class Fixtures {

    private Fixtures() {}

    /** A call for an order under a key of that name. */
    static CallContext call(String orderId, String key) {
        return new CallContext(orderId, orderId + "/" + key, Instant.parse("2026-01-01T00:00:30Z"), 1);
    }

    /** Units of a product, for line 1. */
    static List<StockLine> units(String sku, long quantity) {
        return List.of(new StockLine("1", sku, quantity));
    }

    /** Ten percent off for who knows the code. */
    static Offer couponOffer(String code, @Nullable Long perBuyer, @Nullable Long limit) {
        return new Offer(
                "offer-" + code,
                code,
                Offer.Target.ORDER,
                new Offer.Percent(BigDecimal.TEN),
                null,
                Offer.Condition.ALWAYS,
                perBuyer,
                limit,
                null);
    }
}
