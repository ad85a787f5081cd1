package org.orderengine.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.LINE;
import static org.orderengine.model.Offer.Target.ORDER;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Problem;

class OfferChecksTest {

    private static final Offer.Reduction TEN = new Offer.Percent(BigDecimal.TEN);

    @Test
    void good_offers_have_no_findings() {
        assertThat(codes(
                        Offer.of("a", ORDER, TEN).withCondition(Condition.ofSkus("LAMP")),
                        Offer.of("b", LINE, new Deal.ByRule("own", Map.of()))))
                .isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_found_at_once() {
        assertThat(codes(
                        Offer.of("a", ORDER, new Offer.Amount(Money.of("USD", "1.00"))),
                        Offer.of("a", ORDER, TEN),
                        Offer.of("b", LINE, new Deal.ByRule("moon-phase", Map.of())),
                        Offer.of("c", ORDER, TEN).withCondition(Condition.ofSkus("GHOST"))))
                .containsExactly("currency-mixed", "duplicate-offer", "unknown-offer-rule", "offer-unknown-product");
    }

    @Test
    void missing_products_and_foreign_amounts_are_found_inside_deals() {
        assertThat(codes(Offer.of(
                        "kit",
                        ORDER,
                        new Deal.Bundle(
                                Money.of("USD", "1.00"),
                                List.of(new Deal.Part("GHOST", null, 1), new Deal.Part("LAMP", null, 1)),
                                Deal.UNBOUNDED))))
                .containsExactly("currency-mixed", "offer-unknown-product");
        assertThat(codes(Offer.of(
                        "gift",
                        ORDER,
                        new Deal.BuyGet(1, 1, BigDecimal.TEN, Set.of("GHOST"), Set.of(), Deal.UNBOUNDED))))
                .containsExactly("offer-unknown-product");
        assertThat(codes(Offer.of(
                        "steps",
                        ORDER,
                        new Deal.Steps(List.of(new Deal.Step(
                                null, Money.of("USD", "1.00"), new Offer.FixedPrice(Money.of("USD", "1.00"))))))))
                .containsExactly("currency-mixed", "currency-mixed");
    }

    @Test
    void an_offer_behind_one_of_its_group_that_always_applies_is_found() {
        assertThat(codes(
                        Offer.of("first", ORDER, TEN).withExclusive("g"),
                        Offer.of("second", ORDER, TEN).withExclusive("g")))
                .containsExactly("offer-shadowed");
        assertThat(codes(
                        Offer.of("first", ORDER, TEN).withCoupon("X").withExclusive("g"),
                        Offer.of("second", ORDER, TEN).withExclusive("g")))
                .isEmpty();
    }

    private static List<String> codes(Offer... offers) {
        return OfferChecks.findings(List.of(offers), Currency.getInstance("EUR"), "LAMP"::equals, Set.of("own"))
                .stream()
                .map(Problem::code)
                .toList();
    }
}
