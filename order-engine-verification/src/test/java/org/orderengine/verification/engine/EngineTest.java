package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;

/** The engine's stories, told with a small shop. */
class EngineTest {

    private final TestShop shop = new TestShop();

    @Test
    void an_order_goes_from_placing_to_completion() {
        assertThat(shop.execute(threeLines("o-1"))).isInstanceOf(Outcome.Accepted.class);
        for (String action : List.of("pay", "produce", "ship", "deliver", "confirm", "complete")) {
            assertThat(shop.act("o-1", action)).as(action).isInstanceOf(Outcome.Accepted.class);
            Invariants.hold(shop, "o-1");
        }
        assertThat(shop.state("o-1")).isEqualTo("completed");
        assertThat(shop.inventory.level("LAMP").onHand()).isEqualTo(998);
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    @Test
    void placing_is_two_commits_and_so_is_paying() {
        shop.execute(threeLines("o-1"));
        assertThat(shop.order("o-1").revision()).isEqualTo(2);
        shop.act("o-1", "pay");
        assertThat(shop.order("o-1").revision()).isEqualTo(4);
    }

    @Test
    void a_refused_command_changes_nothing_and_names_what_would_be_allowed() {
        shop.execute(threeLines("o-1"));
        Order before = shop.order("o-1");
        Outcome.Rejected no = rejected(shop.act("o-1", "ship"));
        assertThat(no.kind()).isEqualTo(Outcome.Kind.REFUSED);
        assertThat(no.code()).isEqualTo("not-allowed");
        assertThat(no.allowed()).contains("pay", "cancel").doesNotContain("ship", "deliver", "capture");
        assertThat(shop.order("o-1")).isEqualTo(before);
    }

    @Test
    void the_same_command_id_has_one_effect_and_gets_the_same_answer() {
        shop.execute(threeLines("o-1"));
        Action pay = Action.on("o-1", "pay").commandId("c-1").build();
        Outcome first = shop.execute(pay);
        Outcome second = shop.execute(pay);
        assertThat(second).isEqualTo(first);
        assertThat(shop.gateway.captured(eur("1.00").currency()))
                .isEqualTo(shop.order("o-1").totals().total());
    }

    @Test
    void a_command_id_with_other_content_is_refused() {
        shop.execute(threeLines("o-1"));
        shop.execute(
                Action.on("o-1", "pay").commandId("c-1").amount(eur("1.00")).build());
        Outcome other = shop.execute(
                Action.on("o-1", "pay").commandId("c-1").amount(eur("2.00")).build());
        assertThat(rejected(other).code()).isEqualTo("command-id-reused");
    }

    @Test
    void a_declined_placing_is_declined_again_under_its_command_id() {
        PlaceOrder tooMany =
                PlaceOrder.of("o-1").line("LAMP", 1001).commandId("c-1").build();
        Outcome.Rejected first = rejected(shop.execute(tooMany));
        Outcome.Rejected second = rejected(shop.execute(tooMany));
        assertThat(first.kind()).isEqualTo(Outcome.Kind.DECLINED);
        assertThat(first.code()).isEqualTo("out-of-stock");
        assertThat(second).isEqualTo(first);
        assertThat(shop.state("o-1")).isEqualTo("rejected");
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("0.00"));
    }

    @Test
    void an_order_is_placed_once() {
        shop.execute(threeLines("o-1"));
        assertThat(rejected(shop.execute(threeLines("o-1"))).code()).isEqualTo("order-exists");
    }

    @Test
    void a_declined_payment_leaves_the_order_payable_and_lets_the_authorization_go() {
        shop.gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.DECLINED);
        shop.execute(threeLines("o-1"));
        Outcome.Rejected no = rejected(shop.act("o-1", "pay"));
        assertThat(no.kind()).isEqualTo(Outcome.Kind.DECLINED);
        assertThat(shop.state("o-1")).isEqualTo("created");
        assertThat(shop.order("o-1").totals().authorized()).isEqualTo(eur("0.00"));
        assertThat(shop.act("o-1", "pay")).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.state("o-1")).isEqualTo("paid");
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    @Test
    void an_unknown_capture_is_asked_for_and_never_repeated() {
        shop.gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.UNKNOWN_DONE);
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "pay");
        assertThat(rejected(shop.act("o-1", "pay")).code()).isEqualTo("busy");
        shop.advance(Duration.ofMinutes(2));
        assertThat(shop.state("o-1")).isEqualTo("paid");
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    @Test
    void an_outcome_that_stays_unknown_is_parked_for_a_person() {
        Answer[] never = new Answer[10];
        Arrays.fill(never, Answer.UNKNOWN);
        shop.gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.UNKNOWN);
        shop.gateway.answer(FakePaymentGateway.Operation.QUERY, never);
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "pay");
        shop.advance(Duration.ofDays(3));
        assertThat(shop.order("o-1").flow().effects()).anySatisfy(effect -> {
            assertThat(effect.status()).isEqualTo(OwedEffect.Status.PARKED);
            assertThat(effect.problem()).isNotNull();
        });
        assertThat(shop.engine.orders().nextDue()).isEmpty();
    }

    @Test
    void a_service_that_throws_is_called_again() {
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.FAILED, Answer.FAILED);
        shop.execute(threeLines("o-1"));
        assertThat(shop.order("o-1").flow().isBusy()).isTrue();
        shop.advance(Duration.ofMinutes(2));
        assertThat(shop.state("o-1")).isEqualTo("created");
        Invariants.hold(shop, "o-1");
    }

    @Test
    void an_engine_without_services_still_takes_notifications() {
        OrderEngine bare = OrderEngine.builder()
                .withoutPayments()
                .catalog(new FakeCatalog().sell("A", eur("5.00")))
                .build();
        bare.execute(PlaceOrder.of("o-1").line("A", 1).build());
        Outcome paid = bare.execute(
                Action.on("o-1", "payment-received").set("reference", "tx-1").build());
        assertThat(((Outcome.Accepted) paid).order().position()).hasToString("paid");
    }

    @Test
    void two_notifications_under_one_reference_are_one_payment() {
        shop.execute(threeLines("o-1"));
        Action received = Action.on("o-1", "payment-received")
                .set("reference", "tx-1")
                .set("amount", "5.00")
                .build();
        shop.execute(received);
        Order once = shop.order("o-1");
        assertThat(shop.execute(received)).isEqualTo(new Outcome.Accepted(once));
        assertThat(shop.order("o-1").totals().captured()).isEqualTo(eur("5.00"));
    }

    @Test
    void what_is_overpaid_goes_back() {
        shop.execute(PlaceOrder.of("o-1").line("CUP", 1).build());
        shop.gateway.receive("o-1", "p1", "bank", eur("10.00"), "tx-1");
        shop.execute(Action.on("o-1", "payment-received")
                .set("reference", "tx-1")
                .set("method", "bank")
                .set("amount", "10.00")
                .build());
        assertThat(shop.state("o-1")).isEqualTo("paid");
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("6.67"));
    }

    @Test
    void hold_keeps_the_order_and_resume_brings_it_back() {
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "pay");
        shop.act("o-1", "produce");
        shop.act("o-1", "hold");
        assertThat(shop.state("o-1")).isEqualTo("held");
        assertThat(rejected(shop.act("o-1", "ship")).code()).isEqualTo("not-allowed");
        shop.act("o-1", "resume");
        assertThat(shop.state("o-1")).isEqualTo("producing");
    }

    @Test
    void of_pay_and_cancel_at_once_exactly_one_wins_and_nothing_is_left_behind() throws Exception {
        for (int round = 0; round < 50; round++) {
            String id = "race-" + round;
            shop.execute(threeLines(id));
            race(() -> shop.act(id, "pay"), () -> shop.act(id, "cancel"));
            shop.advance(Duration.ofMinutes(1));
            Order order = shop.order(id);
            assertThat(order.position().states()).containsAnyOf("paid", "cancelled");
            if (order.position().ended()) {
                assertThat(order.totals().captured()).isEqualTo(order.totals().refunded());
            }
            Invariants.hold(shop, id);
            Invariants.booksEqualTheProvidersLog(shop, id);
        }
    }

    @Test
    void the_last_unit_is_sold_once() throws Exception {
        InventoryService inventory = shop.inventory.stock("RARE", 1);
        assertThat(inventory).isNotNull();
        OrderEngine engine = OrderEngine.builder()
                .withoutPayments()
                .catalog(new FakeCatalog().sell("RARE", eur("1.00")))
                .inventory(inventory)
                .build();
        List<Outcome> outcomes = race(
                () -> engine.execute(PlaceOrder.of("a").line("RARE", 1).build()),
                () -> engine.execute(PlaceOrder.of("b").line("RARE", 1).build()));
        assertThat(outcomes).filteredOn(Outcome::isAccepted).hasSize(1);
    }

    @Test
    void hostile_input_is_refused_with_a_code() {
        shop.execute(threeLines("o-1"));
        assertThat(rejected(shop.execute(PlaceOrder.of(" ").line("CUP", 1).build()))
                        .code())
                .isEqualTo("bad-id");
        assertThat(rejected(shop.execute(
                                PlaceOrder.of("x".repeat(101)).line("CUP", 1).build()))
                        .code())
                .isEqualTo("bad-id");
        assertThat(rejected(shop.execute(
                                PlaceOrder.of("o-2").line("CUP", Long.MAX_VALUE).build()))
                        .code())
                .isEqualTo("amount-overflow");
        assertThat(rejected(shop.execute(PlaceOrder.of("o-2").line("NONE", 1).build()))
                        .code())
                .isEqualTo("unknown-product");
        assertThat(rejected(shop.execute(
                                Action.on("o-1", "pay").set("amount", "1.0").build()))
                        .code())
                .isEqualTo("bad-payload");
        assertThat(rejected(shop.execute(
                                Action.on("o-1", "pay").set("amount", "-1.00").build()))
                        .code())
                .isEqualTo("amount-not-positive");
        assertThat(rejected(shop.execute(Action.on("o-1", "cancel")
                                .line("1", Long.MAX_VALUE)
                                .build()))
                        .code())
                .isEqualTo("quantity-exceeded");
        assertThat(shop.order("o-1").revision()).isEqualTo(2);
    }

    private static Outcome.Rejected rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return (Outcome.Rejected) outcome;
    }

    private static List<Outcome> race(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> outcome : threads.invokeAll(List.of(one, other))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }
}
