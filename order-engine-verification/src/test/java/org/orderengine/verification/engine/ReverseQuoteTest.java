package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.ReverseQuote;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReversePolicy;

/** What a reversal would give back is what it gives back, and in which steps it is done does not matter. */
class ReverseQuoteTest {

    @Test
    void a_quote_of_a_cancellation_is_what_the_cancellation_gives_back_and_stores_nothing_A8() {
        TestShop shop = new TestShop();
        shop.execute(TestShop.threeLines("o-1"));
        shop.execute(Action.on("o-1", "pay").amount(eur("5.00")).build());
        shop.act("o-1", "pay");
        Order before = shop.order("o-1");
        Action cancel = Action.on("o-1", "cancel").line("1", 1).build();
        ReverseQuote.Quoted quote = (ReverseQuote.Quoted) shop.engine.quoteReverse(cancel);
        assertThat(shop.order("o-1")).isEqualTo(before);
        assertThat(quote.refund()).isEqualTo(eur("11.90"));
        assertThat(quote.parts())
                .containsExactly(
                        new ReverseQuote.Part("p1", eur("5.00"), false),
                        new ReverseQuote.Part("p2", eur("6.90"), false));
        shop.execute(cancel);
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(quote.refund());
        assertThat(shop.order("o-1").totals().total())
                .isEqualTo(quote.order().totals().total());
    }

    @Test
    void a_quote_of_what_is_refused_says_why() {
        TestShop shop = new TestShop();
        shop.execute(TestShop.threeLines("o-1"));
        ReverseQuote quote =
                shop.engine.quoteReverse(Action.on("o-1", "receive-return").build());
        assertThat(((Outcome.Rejected) quote).code()).isEqualTo("not-allowed");
    }

    @Property(tries = 150)
    void reversals_in_random_steps_give_back_what_they_quote_and_in_all_what_one_would_A6_A8_U4_P5(
            @ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        TestShop shop = new TestShop();
        shop.execute(TestShop.threeLines("o-1"));
        shop.execute(Action.on("o-1", "pay").amount(eur("3.00")).build());
        shop.act("o-1", "pay");
        Money paid = shop.order("o-1").totals().captured();
        for (int step = 0; step < 4; step++) {
            quoted(shop, part(shop, random, "cancel"));
        }
        shop.act("o-1", "ship");
        shop.act("o-1", "deliver");
        for (int step = 0; step < 12; step++) {
            Action request = part(shop, random, "request-return");
            if (shop.execute(request) instanceof Outcome.Accepted) {
                shop.act("o-1", "approve-return");
                quoted(shop, Action.on("o-1", "receive-return").build());
            }
            Invariants.hold(shop, "o-1");
        }
        if (shop.act("o-1", "request-return") instanceof Outcome.Accepted) {
            shop.act("o-1", "approve-return");
            quoted(shop, Action.on("o-1", "receive-return").build());
        }
        Order order = shop.order("o-1");
        assertThat(order.books().isNothingLeft()).isTrue();
        assertThat(order.totals().refunded()).as("A6: all of it came back").isEqualTo(paid);
        assertThat(order.totals().outstanding()).isEqualTo(eur("0.00"));
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    private static Action part(TestShop shop, Random random, String action) {
        List<Line> lines = shop.order("o-1").books().lines();
        return Action.on("o-1", action)
                .line(lines.get(random.nextInt(lines.size())).id(), 1 + random.nextInt(2))
                .build();
    }

    private static void quoted(TestShop shop, Action action) {
        Money before = shop.order("o-1").totals().refunded();
        ReverseQuote quote = shop.engine.quoteReverse(action);
        Outcome outcome = shop.execute(action);
        if (outcome instanceof Outcome.Rejected rejected) {
            assertThat(quote).isEqualTo(rejected);
            return;
        }
        Order after = ((Outcome.Accepted) outcome).order();
        assertThat(after.totals().refunded().minus(before))
                .as("A8 of %s", action.name())
                .isEqualTo(((ReverseQuote.Quoted) quote).refund());
    }

    // Exchanges.

    @Test
    void a_replacement_follows_the_goods_and_what_it_costs_more_blocks_its_parcel() {
        TestShop shop = new TestShop();
        delivered(shop);
        exchange(shop, 2);
        shop.act("o-1", "approve-return");
        assertThat(shop.order("o-1").books().lines()).hasSize(1);
        shop.act("o-1", "receive-return");
        assertThat(shop.state("o-1")).isEqualTo("producing");
        assertThat(shop.order("o-1").totals().outstanding())
                .as("20.00 + 19 %% − 3.33")
                .isEqualTo(eur("20.47"));
        assertThat(shop.act("o-1", "ship")).isInstanceOf(Outcome.Rejected.class);
        shop.act("o-1", "pay");
        assertThat(shop.act("o-1", "ship")).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_replacement_in_advance_is_paid_with_what_is_to_come_back() {
        TestShop shop = new TestShop(builder -> builder.reversal(
                ReversePolicy.DEFAULT.withReturns(ReturnPolicy.DEFAULT.replacingInAdvance(request -> true))));
        delivered(shop);
        shop.execute(Action.on("o-1", "request-return")
                .set("kind", "exchange")
                .line("1", 1)
                .set("replacement", List.of(Payload.of(Map.of("sku", "CUP", "quantity", 1L))))
                .build());
        shop.act("o-1", "approve-return");
        assertThat(shop.state("o-1")).isEqualTo("producing");
        assertThat(shop.engine.orders().allowed(shop.order("o-1"))).doesNotContain("pay");
        assertThat(shop.act("o-1", "ship")).isInstanceOf(Outcome.Accepted.class);
        shop.act("o-1", "receive-return");
        assertThat(shop.order("o-1").books().lines()).hasSize(2);
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("0.00"));
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("0.00"));
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    @Test
    void goods_that_do_not_come_back_are_owed_once_the_return_ends() {
        TestShop shop = new TestShop(builder -> builder.reversal(
                ReversePolicy.DEFAULT.withReturns(ReturnPolicy.DEFAULT.replacingInAdvance(request -> true))));
        delivered(shop);
        exchange(shop, 1);
        shop.act("o-1", "approve-return");
        assertThat(shop.act("o-1", "ship"))
                .as("a lamp costs 8.57 more than a cup")
                .isInstanceOf(Outcome.Rejected.class);
        shop.act("o-1", "pay");
        assertThat(shop.order("o-1").totals().captured()).isEqualTo(eur("15.23"));
        shop.act("o-1", "ship");
        shop.act("o-1", "withdraw-return");
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("3.33"));
        assertThat(shop.engine.orders().allowed(shop.order("o-1"))).contains("pay");
    }

    /** One cup against lamps. */
    private static void exchange(TestShop shop, long lamps) {
        shop.execute(Action.on("o-1", "request-return")
                .set("kind", "exchange")
                .line("1", 1)
                .set("replacement", List.of(Payload.of(Map.of("sku", "LAMP", "quantity", lamps))))
                .build());
    }

    private static void delivered(TestShop shop) {
        shop.execute(PlaceOrder.of("o-1").line("CUP", 2).build());
        for (String action : List.of("pay", "ship", "deliver")) {
            assertThat(shop.act("o-1", action)).as(action).isInstanceOf(Outcome.Accepted.class);
        }
    }
}
