package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderengine.verification.engine.TestShop.eur;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Offer;
import org.orderengine.model.Payment;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.testkit.FakeOffers;
import org.orderengine.testkit.MoneyMovement;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.TestShop;

/** Refunds that give back too much, too little, or twice; vouchers that are lost on the way. */
class RefundPainsTest {

    private static final String ID = "o-1";

    // vendure#890, vendure#2393
    @Test
    void a_refund_gives_back_what_the_promoted_goods_cost() {
        TestShop shop = offering(Offer.of("half", Offer.Target.LINE, new Offer.Percent(new BigDecimal("50"))));
        deliver(shop, PlaceOrder.of(ID).line("LAMP", 2).build());

        takeBack(shop, "1", 1);

        assertThat(shop.order(ID).totals().refunded())
                .as("half of 10.00 and its tax")
                .isEqualTo(eur("5.95"));
        Invariants.isSettled(shop, ID);
    }

    // solidus#512
    @Test
    void a_refund_leaves_out_the_goods_share_of_a_discount_on_the_whole_order() {
        TestShop shop = offering(Offer.of("ten-off", Offer.Target.ORDER, new Offer.Amount(eur("10.00"))));
        deliver(shop, PlaceOrder.of(ID).line("BED", 1).line("BED", 1).build());

        takeBack(shop, "2", 1);

        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("95.00"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("95.00"));
        Invariants.isSettled(shop, ID);
    }

    // vendure#989
    @Test
    void a_refund_of_the_shipping_gives_back_its_tax() {
        TestShop shop =
                new TestShop(builder -> builder.pricing(PricingPolicy.DEFAULT.withShippingTaxCategory("standard")));
        shop.execute(
                PlaceOrder.of(ID).line("BED", 1).shipping("post", eur("5.00")).build());
        shop.act(ID, "pay");
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("105.95"));

        shop.act(ID, "cancel");

        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("105.95"));
        Invariants.isSettled(shop, ID);
    }

    // vendure#868
    @Test
    void a_second_partial_refund_is_taken_and_a_third_until_nothing_is_left() {
        TestShop shop = new TestShop();
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "pay");
        for (String amount : List.of("30.00", "30.00", "40.00")) {
            assertThat(refund(shop, amount).isAccepted()).isTrue();
        }
        assertThat(refund(shop, "0.01").isAccepted()).isFalse();

        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("100.00"));
        Invariants.hold(shop, ID);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    // vendure#4135
    @Test
    void a_refund_over_two_payments_gives_every_cent_back_once() {
        TestShop shop = new TestShop();
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.execute(Action.on(ID, "pay").amount(eur("60.00")).build());
        shop.act(ID, "pay");
        refund(shop, "70.00");
        assertThat(shop.order(ID).books().payments())
                .extracting(Payment::refunded)
                .containsExactly(eur("60.00"), eur("10.00"));

        shop.act(ID, "cancel");

        assertThat(shop.order(ID).books().payments())
                .extracting(Payment::refunded)
                .containsExactly(eur("60.00"), eur("40.00"));
        assertThat(shop.gateway.movements())
                .filteredOn(movement -> movement.kind() == MoneyMovement.Kind.REFUNDED)
                .extracting(MoneyMovement::payment, MoneyMovement::amount)
                .containsExactly(tuple("p1", eur("60.00")), tuple("p2", eur("10.00")), tuple("p2", eur("30.00")));
        Invariants.isSettled(shop, ID);
    }

    // vendure#3042
    @Test
    void a_coupon_counts_once_into_however_many_parcels_and_replacements_an_order_is_split() {
        TestShop shop = new TestShop();
        shop.execute(PlaceOrder.of(ID)
                .buyer("ann")
                .line("BED", 2)
                .line("CUP", 2)
                .coupon("TEN")
                .build());
        shop.act(ID, "pay");
        for (String line : List.of("1", "1", "2")) {
            assertThat(shop.execute(Action.on(ID, "ship").line(line, 1).build()).isAccepted())
                    .isTrue();
            assertThat(shop.benefits.uses("TEN")).isEqualTo(1);
        }
        shop.execute(Action.on(ID, "cancel").line("2", 1).build());
        for (String shipment : List.of("s1", "s2", "s3")) {
            shop.execute(Action.on(ID, "deliver").set("shipment", shipment).build());
        }
        takeBack(shop, "1", 1);

        assertThat(shop.benefits.uses("TEN")).isEqualTo(1);
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    // PrestaShop#42502
    @Test
    void a_partial_refund_takes_of_a_voucher_only_the_share_of_the_goods_and_of_another_one_nothing() {
        Offer fifty = Offer.of("fifty", Offer.Target.ORDER, new Offer.Amount(eur("50.00")))
                .withCoupon("FIFTY");
        Offer other = Offer.of("other", Offer.Target.ORDER, new Offer.Amount(eur("50.00")))
                .withCoupon("OTHER");
        TestShop shop = offering(fifty, other);
        deliver(
                shop,
                PlaceOrder.of(ID)
                        .buyer("ann")
                        .line("BED", 1)
                        .line("BED", 1)
                        .coupon("FIFTY")
                        .build());

        takeBack(shop, "1", 1);

        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("75.00"));
        assertThat(shop.order(ID).totals().discount()).isEqualTo(eur("25.00"));
        assertThat(shop.benefits.uses("FIFTY")).isEqualTo(1);
        assertThat(shop.benefits.uses("OTHER")).isZero();
        assertThat(shop.benefits.calls()).as("of redeeming alone").hasSize(1);
    }

    private static TestShop offering(Offer... offers) {
        FakeOffers running = new FakeOffers();
        for (Offer offer : offers) {
            running.run(offer);
        }
        return new TestShop(builder -> builder.offers(running).pricing(PricingPolicy.DEFAULT));
    }

    private static void deliver(TestShop shop, PlaceOrder order) {
        shop.execute(order);
        for (String action : List.of("pay", "ship", "deliver")) {
            assertThat(shop.act(ID, action).isAccepted()).as(action).isTrue();
        }
    }

    private static void takeBack(TestShop shop, String line, long quantity) {
        shop.execute(Action.on(ID, "request-return").line(line, quantity).build());
        shop.act(ID, "approve-return");
        assertThat(shop.act(ID, "receive-return").isAccepted()).isTrue();
    }

    private static Outcome refund(TestShop shop, String amount) {
        return shop.execute(Action.on(ID, "refund").amount(eur(amount)).build());
    }
}
