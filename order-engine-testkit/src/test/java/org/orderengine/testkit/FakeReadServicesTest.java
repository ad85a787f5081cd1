package org.orderengine.testkit;

import org.orderengine.effect.Effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.testkit.Fixtures.call;
import static org.orderengine.testkit.Fixtures.couponOffer;
import static org.orderengine.testkit.Fixtures.units;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.Effect.DispatchShipment;
import org.orderengine.effect.EffectResult.Done;
import org.orderengine.effect.EffectResult.Failed;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Origin;
import org.orderengine.spi.pricing.TaxRates;

class FakeReadServicesTest {

    @Test
    void the_catalog_answers_what_it_sells_now() {
        FakeCatalog catalog = new FakeCatalog()
                .sell("LAMP", Money.of("EUR", "39.90"))
                .sell("BULB", Money.of("EUR", "4.50"))
                .withdraw("BULB");
        assertThat(catalog.products(List.of("LAMP", "BULB"), Origin.UNKNOWN)).containsOnlyKeys("LAMP");
    }

    @Test
    void taxes_are_known_by_category() {
        FakeTaxes taxes = new FakeTaxes().rate("standard", "0.20");
        assertThat(taxes.rates(List.of("standard", "books"), Origin.UNKNOWN))
                .isEqualTo(TaxRates.of(Map.of("standard", new BigDecimal("0.20"))));
    }

    @Test
    void offers_with_a_coupon_are_there_for_who_carries_it() {
        Offer hello = couponOffer("HELLO", null, null);
        FakeOffers offers = new FakeOffers().run(hello);
        assertThat(offers.offers(Origin.UNKNOWN, List.of(), Instant.EPOCH)).isEmpty();
        assertThat(offers.offers(Origin.UNKNOWN, List.of("HELLO"), Instant.EPOCH))
                .containsExactly(hello);
        assertThat(offers.end(hello.id()).offers(Origin.UNKNOWN, List.of("HELLO"), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void the_carrier_fetches_parcels() {
        FakeLogistics logistics = new FakeLogistics().answer(FakeLogistics.Operation.DISPATCH, Answer.FAILED);
        DispatchShipment parcel = new DispatchShipment("s1", units("LAMP", 1));
        assertThat(logistics.dispatch(parcel, call("o1", "s1"))).isInstanceOf(Failed.class);
        assertThat(logistics.dispatch(parcel, call("o1", "s1"))).isInstanceOf(Done.class);
        assertThat(logistics.query(new Effect.CancelDispatch("s1"), call("o1", "s1"))).isInstanceOf(Done.class);
        assertThat(logistics.calls()).hasSize(3);
    }
}
