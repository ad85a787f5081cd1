package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.action.Cancel;
import org.orderengine.command.action.Modify;
import org.orderengine.command.action.Pay;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Charge;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.ChargeTerms.Refund;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.spi.pricing.ChargeRule;
import org.orderengine.spi.pricing.PricingContext;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;

/** What an order costs beside its goods: asked for at placing, added by rules, and taken back as its terms say. */
class ChargesTest {

    private static final String ID = "o-1";

    @Test
    void a_charge_is_taxed_and_counts_in_the_total_and_not_among_the_lines() {
        TestShop shop = placed(PlaceOrder.of(ID)
                .line("LAMP", 2)
                .charge(ChargeTerms.of("cod", eur("2.90")).taxedAs("standard")));
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("2.90"));
        assertThat(shop.order(ID).totals().lines()).isEqualTo(eur("20.00"));
        assertThat(shop.order(ID).totals().tax()).isEqualTo(eur("4.35"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("27.25"));
        Invariants.hold(shop, ID);
    }

    @Test
    void an_order_with_charges_costs_what_its_quote_said() {
        TestShop shop = new TestShop();
        PlaceOrder order = PlaceOrder.of(ID)
                .line("LAMP", 2)
                .charge(ChargeTerms.of("cod", eur("2.90")).taxedAs("standard"))
                .charge(ChargeTerms.of("deposit", eur("0.50")).ofLine("1"))
                .build();
        QuoteResult.Quoted quoted = (QuoteResult.Quoted) shop.engine.quote(order);
        shop.execute(order);
        assertThat(shop.order(ID).books().charges()).isEqualTo(quoted.books().charges());
        assertThat(shop.order(ID).totals().total())
                .isEqualTo(quoted.books().totals().total());
    }

    @Test
    void a_charge_goes_back_with_the_last_of_the_goods_and_not_before() {
        TestShop shop = paid(PlaceOrder.of(ID).line("CUP", 2).charge("cod", eur("2.90")));
        cancel(shop, "1", 1);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("3.33"));
        cancel(shop, "1", 1);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("9.56"));
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_charge_goes_back_when_everything_comes_back() {
        TestShop shop = paid(PlaceOrder.of(ID).line("CUP", 2).charge("cod", eur("2.90")));
        for (String action : List.of("ship", "deliver", "request-return", "approve-return", "receive-return")) {
            assertThat(shop.act(ID, action).isAccepted()).as(action).isTrue();
        }
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("9.56"));
        Invariants.hold(shop, ID);
    }

    @Test
    void a_charge_that_is_never_paid_back_stays() {
        TestShop shop = paid(PlaceOrder.of(ID)
                .line("CUP", 1)
                .charge(ChargeTerms.of("engraving", eur("5.00")).refunded(Refund.NEVER)));
        shop.act(ID, "cancel");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("3.33"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("5.00"));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    /** 1.00 for goods of 26.66: 6.66 of them gone give back 0.2498…, 16.66 give back 0.6249… in all. */
    @Test
    void a_charge_pro_rata_goes_as_the_goods_go_by_their_prices() {
        TestShop shop = paid(PlaceOrder.of(ID)
                .line("CUP", 2)
                .line("LAMP", 2)
                .charge(ChargeTerms.of("packing", eur("1.00")).refunded(Refund.PRO_RATA)));
        cancel(shop, "1", 2);
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("0.75"));
        cancel(shop, "2", 1);
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("0.38"));
        cancel(shop, "2", 1);
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("0.00"));
        assertThat(shop.order(ID).totals().refunded())
                .isEqualTo(shop.order(ID).totals().captured());
    }

    @Test
    void a_deposit_on_bottles_goes_with_the_units_of_its_line() {
        TestShop shop = paid(PlaceOrder.of(ID)
                .line("CUP", 6)
                .line("PIN", 1)
                .charge(ChargeTerms.of("deposit", eur("1.50")).ofLine("1")));
        cancel(shop, "1", 2);
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("1.00"));
        cancel(shop, "2", 1);
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("1.00"));
    }

    @Test
    void a_change_leaves_charges_that_it_does_not_name() {
        TestShop shop = placed(PlaceOrder.of(ID).line("CUP", 6).charge("cod", eur("2.90")));
        shop.execute(Modify.on(ID)
                .line("1", 4)
                .charge(ChargeTerms.of("gift", eur("3.00")))
                .build());
        assertThat(ids(shop)).containsExactly("cod", "gift");
        shop.execute(Modify.on(ID).charge(ChargeTerms.of("cod", eur("0.00"))).build());
        assertThat(ids(shop)).containsExactly("gift");
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("16.32"));
    }

    /** What is named in a change is the price for the goods that it leaves: those that went before take none of it. */
    @Test
    void a_deposit_that_a_change_names_is_for_the_bottles_that_stay() {
        TestShop shop = placed(PlaceOrder.of(ID)
                .line("CUP", 6)
                .charge(ChargeTerms.of("deposit", eur("1.50")).ofLine("1")));
        shop.execute(Modify.on(ID)
                .line("1", 4)
                .charge(ChargeTerms.of("deposit", eur("1.00")).ofLine("1"))
                .build());
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("1.00"));
        cancel(shop, "1", 1);
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("0.75"));
    }

    @Test
    void no_offer_lowers_a_charge_and_it_earns_no_points() {
        TestShop shop = paid(
                PlaceOrder.of(ID).buyer("ann").line("LAMP", 1).coupon("TEN").charge("cod", eur("20.00")));
        assertThat(shop.order(ID).totals().discount()).isEqualTo(eur("1.00"));
        for (String action : List.of("ship", "deliver", "confirm", "complete")) {
            shop.act(ID, action);
        }
        assertThat(shop.order(ID).books().points().granted()).isEqualTo(10);
    }

    @Test
    void charges_that_make_no_sense_are_refused_with_a_code() {
        assertThat(refusal(PlaceOrder.of(ID).line("CUP", 1).charge("cod", eur("-0.01"))))
                .isEqualTo("invalid-price");
        assertThat(refusal(PlaceOrder.of(ID).line("CUP", 1).charge(" ", eur("1.00"))))
                .isEqualTo("bad-id");
        assertThat(refusal(PlaceOrder.of(ID)
                        .line("CUP", 1)
                        .charge("cod", eur("1.00"))
                        .charge("cod", eur("1.00"))))
                .isEqualTo("duplicate-charge");
        assertThat(refusal(PlaceOrder.of(ID)
                        .line("CUP", 1)
                        .charge(ChargeTerms.of("deposit", eur("1.00")).ofLine("7"))))
                .isEqualTo("unknown-line");
        TestShop shop = placed(PlaceOrder.of(ID).line("CUP", 1));
        assertThat(code(shop.execute(Action.on(ID, "modify")
                        .set("charges", List.of(Map.of("charge", "gift", "price", "1.00", "refund", "sometimes")))
                        .build())))
                .isEqualTo("bad-payload");
    }

    @Test
    void a_rule_adds_its_charges_to_every_order_and_says_so_in_the_quote() {
        ChargeRule small = new ChargeRule() {
            @Override
            public List<ChargeTerms> charges(PricingContext order, @Nullable String method) {
                return order.lines().get(0).amount().compareTo(eur("10.00")) < 0
                        ? List.of(ChargeTerms.of("small-order", eur("1.00")).taxedAs("standard"))
                        : List.of();
            }

            @Override
            public Set<String> taxCategories() {
                return Set.of("standard");
            }
        };
        TestShop shop = shop(builder -> builder.chargeRule(small));
        PlaceOrder order = PlaceOrder.of(ID).line("CUP", 1).build();
        QuoteResult.Quoted quoted = (QuoteResult.Quoted) shop.engine.quote(order);
        shop.execute(order);
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("4.52"));
        assertThat(quoted.books().totals().total()).isEqualTo(eur("4.52"));
        shop.execute(PlaceOrder.of("o-2").line("LAMP", 1).build());
        assertThat(shop.order("o-2").totals().charges()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_payment_method_brings_its_fee_once() {
        TestShop shop = shop(builder -> builder.chargeRule(ChargesTest::fee));
        shop.execute(PlaceOrder.of(ID).line("CUP", 2).build());
        shop.execute(Pay.on(ID).method("invoice").amount(eur("1.00")).build());
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("2.00"));
        shop.execute(Pay.on(ID).method("invoice").build());
        assertThat(shop.order(ID).totals().charges()).isEqualTo(eur("2.00"));
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("8.66"));
        assertThat(shop.state(ID)).isEqualTo("paid");
    }

    @Test
    void the_fee_of_a_method_that_was_declined_goes_when_another_is_tried() {
        TestShop shop = shop(builder -> builder.chargeRule(ChargesTest::fee));
        shop.execute(PlaceOrder.of(ID).line("CUP", 2).build());
        shop.gateway.answer("invoice", Operation.AUTHORIZE, Answer.DECLINED);
        shop.execute(Pay.on(ID).method("invoice").build());
        shop.execute(Pay.on(ID).method("card").build());
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("6.66"));
        assertThat(ids(shop)).isEmpty();
    }

    @Test
    void a_rule_that_throws_refuses_and_nothing_happened() {
        TestShop shop = shop(builder -> builder.chargeRule((order, method) -> {
            if (method != null) {
                throw new IllegalStateException("no fee table");
            }
            return List.of();
        }));
        shop.execute(PlaceOrder.of(ID).line("CUP", 2).build());
        long revision = shop.order(ID).revision();
        assertThat(code(shop.act(ID, "pay"))).isEqualTo("pricing-rule-failed");
        assertThat(shop.order(ID).revision()).isEqualTo(revision);
    }

    private static List<ChargeTerms> fee(PricingContext order, @Nullable String method) {
        return "invoice".equals(method) ? List.of(ChargeTerms.of("invoice", eur("2.00"))) : List.of();
    }

    private static TestShop shop(UnaryOperator<OrderEngineBuilder> otherwise) {
        return new TestShop(builder -> otherwise.apply(TestShop.withStandardProcesses(builder)));
    }

    private static TestShop placed(PlaceOrder.Builder order) {
        TestShop shop = new TestShop();
        assertThat(shop.execute(order.build()).isAccepted()).isTrue();
        return shop;
    }

    private static TestShop paid(PlaceOrder.Builder order) {
        TestShop shop = placed(order);
        assertThat(shop.act(ID, "pay").isAccepted()).isTrue();
        return shop;
    }

    private static void cancel(TestShop shop, String line, long quantity) {
        assertThat(shop.execute(Cancel.on(ID).line(line, quantity).build()).isAccepted())
                .isTrue();
        Invariants.hold(shop, ID);
    }

    private static List<String> ids(TestShop shop) {
        return shop.order(ID).books().charges().stream().map(Charge::id).toList();
    }

    private static String refusal(PlaceOrder.Builder order) {
        return code(new TestShop().execute(order.build()));
    }

    private static String code(Outcome outcome) {
        return ((Outcome.Rejected) outcome).code();
    }
}
