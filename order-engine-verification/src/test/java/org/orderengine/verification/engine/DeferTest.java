package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.Preview;
import org.orderengine.event.Event;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.policy.Limits;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.VirtualClock;

/** Actions that arrive while an order is busy and are kept until it has come to rest. */
class DeferTest {

    private static final ProcessDefinition TICKETS = ProcessJson.read(
            """
            { "process": "tickets", "states": {
                "open": { "on": { "pay": "paying", "cancel": "cancelling" } },
                "paying": { "run": "payment.capture", "done": "paid", "declined": "open",
                            "defer": ["print", "cancel", "hold", "modify"], "on": { "look": {} } },
                "paid": { "on": { "print": [{ "when": "vip", "to": "printing" }], "cancel": "cancelling", "hold": "held",
                                  "modify": {}, "use": "used" } },
                "printing": { "run": "tickets.print", "done": "paid", "declined": "paid", "defer": "*" },
                "held": { "on": { "resume": "paid" } },
                "cancelling": { "run": "reverse", "done": "cancelled" },
                "used": { "final": true },
                "cancelled": { "final": true } } }""");

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final FakePaymentGateway gateway = new FakePaymentGateway();
    private final OrderStore store = new MemoryOrderStore();
    private final List<String> printed = new ArrayList<>();
    private @Nullable String vip = "ann";
    private boolean catalogIsDown;
    private OrderEngine engine = builder().build();

    private OrderEngineBuilder builder() {
        FakeCatalog catalog = new FakeCatalog().sell("SEAT", eur("20.00"));
        return OrderEngine.builder()
                .store(store)
                .catalog((skus, origin) -> {
                    if (catalogIsDown) {
                        throw new IllegalStateException("down");
                    }
                    return catalog.products(skus, origin);
                })
                .payments(gateway)
                .guard(
                        "vip",
                        context -> context.order().origin().buyer() != null
                                        && context.order().origin().buyer().equals(vip)
                                ? null
                                : "not on the list")
                .effect("tickets.print", (order, call) -> {
                    printed.add(call.idempotencyKey());
                    return EffectResult.done();
                })
                .process(TICKETS)
                .time(clock);
    }

    /** An order whose payment was asked for, and whose answer is lost for now. */
    private void busy() {
        gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.UNKNOWN_DONE);
        engine.execute(PlaceOrder.of("o-1").buyer("ann").line("SEAT", 1).build());
        engine.execute(Action.on("o-1", "pay").build());
        assertThat(order().flow().isBusy()).isTrue();
    }

    @Test
    void an_action_that_a_busy_state_keeps_is_taken_when_the_order_comes_to_rest() {
        busy();
        Outcome.Accepted kept = accepted(act("print"));
        assertThat(kept.deferred()).isTrue();
        assertThat(kept.order().flow().deferred())
                .extracting(DeferredAction::action)
                .containsExactly("print");
        assertThat(kept.order().position()).hasToString("paying");

        advance(Duration.ofMinutes(2));

        assertThat(printed).hasSize(1);
        assertThat(order().position()).hasToString("paid");
        assertThat(order().flow().deferred()).isEmpty();
        assertThat(causes()).containsSubsequence("ActionDeferred", "EffectsAnswered", "ActionTaken", "EffectsAnswered");
    }

    @Test
    void other_actions_are_busy_and_those_that_keep_the_state_are_taken_at_once() {
        busy();
        assertThat(rejected(act("use")).code()).isEqualTo("busy");
        assertThat(accepted(act("look")).deferred()).isFalse();
        assertThat(engine.orders().allowed(order())).containsExactly("cancel", "hold", "look", "modify", "print");
        assertThat(engine.orders().explain("o-1", "print").answer()).isEqualTo(ActionExplanation.Answer.KEPT);
        assertThat(engine.orders().explain("o-1", "print").accepted()).isTrue();
        assertThat(order().flow().deferred()).as("nothing is kept by asking").isEmpty();
    }

    @Test
    void kept_actions_are_tried_in_the_order_in_which_they_arrived() {
        busy();
        act("print");
        act("hold");
        advance(Duration.ofMinutes(2));
        assertThat(printed).hasSize(1);
        assertThat(order().position()).hasToString("held");
    }

    @Test
    void a_kept_action_that_is_refused_then_stands_in_the_history_with_its_code_and_is_dropped() {
        busy();
        vip = null;
        act("print");
        act("hold");
        act("print");
        advance(Duration.ofMinutes(2));

        assertThat(order().position()).hasToString("held");
        assertThat(order().flow().deferred()).isEmpty();
        assertThat(refusals())
                .extracting(Event.DeferredActionRefused::action, refused -> refused.problem()
                        .code())
                .containsExactly(tuple("print", "guard-refused"), tuple("print", "not-allowed"));
        assertThat(refusals().get(0).deferred()).isEqualTo(keptAt("print"));
        assertThat(printed).isEmpty();
    }

    @Test
    void what_is_kept_behind_a_cancellation_finds_the_order_ended() {
        busy();
        act("cancel");
        act("print");
        advance(Duration.ofMinutes(2));

        assertThat(order().position()).hasToString("cancelled");
        assertThat(order().totals().refunded()).isEqualTo(eur("20.00"));
        assertThat(refusals())
                .singleElement()
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("order-ended"));
        assertThat(engine.orders().nextDue()).isEmpty();
    }

    @Test
    void a_kept_action_that_makes_the_order_busy_again_keeps_the_others_waiting() {
        gateway.answer(FakePaymentGateway.Operation.REFUND, Answer.UNKNOWN_DONE);
        busy();
        act("cancel");
        act("hold");
        advance(Duration.ofMinutes(1));
        assertThat(order().position()).hasToString("cancelling");
        assertThat(order().flow().deferred()).extracting(DeferredAction::action).containsExactly("hold");
        advance(Duration.ofMinutes(5));
        assertThat(order().position()).hasToString("cancelled");
        assertThat(order().flow().deferred()).isEmpty();
    }

    @Test
    void the_same_command_id_is_kept_once_and_gets_the_same_answer_also_afterwards() {
        busy();
        Action print = Action.on("o-1", "print").commandId("c-1").build();
        Outcome.Accepted first = accepted(engine.execute(print));
        assertThat(engine.execute(print)).isEqualTo(first);
        assertThat(order().flow().deferred()).hasSize(1);
        assertThat(rejected(engine.execute(
                                Action.on("o-1", "hold").commandId("c-1").build()))
                        .code())
                .isEqualTo("command-id-reused");

        advance(Duration.ofMinutes(2));
        assertThat(accepted(engine.execute(print)).deferred()).isTrue();
        assertThat(printed).hasSize(1);
    }

    @Test
    void the_payload_is_kept_with_everything_in_it() {
        busy();
        act("hold");
        Action change = Action.on("o-1", "print")
                .set("lines", List.of(Map.of("line", "1", "quantity", 2)))
                .set("note", Map.of("amount", eur("1.00"), "of", List.of(true, 3, "x")))
                .build();
        engine.execute(change);
        assertThat(order().flow().deferred().get(1).payload())
                .containsEntry("note", Map.of("amount", eur("1.00"), "of", List.of(true, 3L, "x")));
        assertThat(order().flow().deferred().get(1)).hasToString("print since revision " + order().revision());
    }

    @Test
    void an_order_keeps_only_so_many_actions_and_only_so_much_with_each() {
        engine = builder().limits(new Limits(100, 10, 10, 100, 2, 10)).build();
        busy();
        assertThat(rejected(engine.execute(Action.on("o-1", "print")
                                .set("on", "x".repeat(9))
                                .build()))
                        .code())
                .isEqualTo("limit-exceeded");
        act("print");
        act("print");
        Order before = order();
        assertThat(rejected(act("print")).code()).isEqualTo("deferred-full");
        assertThat(order()).isEqualTo(before);
        assertThat(engine.orders().explain("o-1", "print").accepted()).isFalse();
    }

    @Test
    void a_preview_is_an_answer_for_now_and_keeps_nothing() {
        busy();
        Preview preview = engine.preview(Action.on("o-1", "modify").build());
        assertThat(((Outcome.Rejected) preview).code()).isEqualTo("busy");
        assertThat(order().flow().deferred()).isEmpty();
    }

    @Test
    void money_that_arrives_is_booked_at_once_and_never_kept() {
        busy();
        Outcome received = engine.execute(Action.on("o-1", "payment-received")
                .set("reference", "tx-1")
                .set("amount", "5.00")
                .build());
        assertThat(accepted(received).deferred()).isFalse();
        assertThat(order().totals().captured()).isEqualTo(eur("5.00"));
    }

    @Test
    void an_engine_that_is_dropped_in_between_has_its_kept_actions_tried_by_the_next() {
        busy();
        act("print");
        act("hold");
        engine = builder().build();
        advance(Duration.ofMinutes(2));
        assertThat(printed).hasSize(1);
        assertThat(order().position()).hasToString("held");
    }

    @Test
    void an_action_that_is_priced_waits_until_the_catalog_answers_and_stops_nothing_meanwhile() {
        busy();
        engine.execute(Action.on("o-1", "modify")
                .set("lines", List.of(Map.of("line", "1", "quantity", 2)))
                .build());
        catalogIsDown = true;
        advance(Duration.ofMinutes(10));
        assertThat(order().position()).hasToString("paid");
        assertThat(order().flow().deferred()).hasSize(1);
        assertThat(accepted(act("hold")).order().position()).hasToString("held");
        assertThat(accepted(act("resume")).order().position()).hasToString("paid");

        catalogIsDown = false;
        assertThat(rejected(act("nothing")).code()).isEqualTo("not-allowed");
        assertThat(order().flow().deferred()).as("tried before a later action").isEmpty();
        assertThat(order().books().lines().get(0).units().ordered()).isEqualTo(2);
    }

    @Test
    void a_declined_effect_that_no_way_is_said_for_is_parked_under_the_service_s_code() {
        OrderEngine strict = OrderEngine.builder()
                .catalog(new FakeCatalog().sell("SEAT", eur("20.00")))
                .payments(gateway)
                .process(ProcessDefinition.named("strict", 1)
                        .state("open", s -> s.on("pay").to("paying"))
                        .state("paying", s -> s.run("payment.capture").done("paid"))
                        .state("paid", s -> s.end())
                        .build())
                .time(clock)
                .build();
        gateway.answer(FakePaymentGateway.Operation.AUTHORIZE, Answer.DECLINED);
        strict.execute(PlaceOrder.of("o-1").line("SEAT", 1).build());
        strict.execute(Action.on("o-1", "pay").build());

        Order parked = strict.orders().find("o-1").orElseThrow();
        assertThat(parked.flow().isBusy()).isTrue();
        OwedEffect first = parked.flow().effects().get(0);
        assertThat(first.status()).isEqualTo(OwedEffect.Status.PARKED);
        assertThat(Optional.ofNullable(first.problem()).map(Problem::code)).contains("card-declined");
        assertThat(strict.orders().nextDue()).as("nothing happens by itself").isEmpty();

        strict.execute(
                new AnswerEffects("o-1", List.of(new AnswerEffects.Answer(first.id(), EffectResult.done("by-hand")))));
        clock.advanceTo(strict.orders().nextDue().orElseThrow());
        strict.runDue(clock.instant());
        assertThat(strict.orders().find("o-1").orElseThrow().position()).hasToString("paid");
    }

    @Test
    void an_effect_that_fails_for_good_without_a_way_is_parked_and_what_is_kept_waits_with_it() {
        Answer[] never = new Answer[20];
        Arrays.fill(never, Answer.FAILED);
        gateway.answer(FakePaymentGateway.Operation.AUTHORIZE, never);
        engine.execute(PlaceOrder.of("o-1").buyer("ann").line("SEAT", 1).build());
        act("pay");
        act("print");
        advance(Duration.ofDays(3));
        assertThat(order().flow().effects()).extracting(OwedEffect::status).contains(OwedEffect.Status.PARKED);
        assertThat(order().flow().deferred()).hasSize(1);
        assertThat(engine.orders().nextDue()).isEmpty();
    }

    @Test
    void the_thread_that_brings_the_order_to_rest_tries_what_another_thread_left() throws Exception {
        CountDownLatch printing = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        engine = builder()
                .effect("tickets.print", (order, call) -> {
                    printing.countDown();
                    uninterrupted(left);
                    return EffectResult.done();
                })
                .build();
        engine.execute(PlaceOrder.of("o-1").buyer("ann").line("SEAT", 1).build());
        act("pay");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Outcome> print = thread.submit(() -> act("print"));
            printing.await();
            assertThat(accepted(act("use")).deferred()).isTrue();
            left.countDown();
            assertThat(accepted(print.get()).order().position()).hasToString("used");
        } finally {
            thread.shutdown();
        }
        assertThat(order().flow().deferred()).isEmpty();
        assertThat(causes()).last().isEqualTo("ActionTaken");
    }

    private List<Event.DeferredActionRefused> refusals() {
        return events().stream()
                .filter(Event.DeferredActionRefused.class::isInstance)
                .map(Event.DeferredActionRefused.class::cast)
                .toList();
    }

    private long keptAt(String action) {
        return events().stream()
                .filter(Event.ActionDeferred.class::isInstance)
                .map(event -> ((Event.ActionDeferred) event).deferred())
                .filter(kept -> kept.action().equals(action))
                .findFirst()
                .orElseThrow()
                .revision();
    }

    private List<Event> events() {
        return engine.orders().timeline("o-1").stream()
                .flatMap(entry -> entry.events().stream())
                .toList();
    }

    private List<String> causes() {
        List<TimelineEntry> timeline = engine.orders().timeline("o-1");
        assertThat(timeline.get(timeline.size() - 1).order()).as("F5").isEqualTo(order());
        return timeline.stream()
                .map(entry -> entry.events().get(0).getClass().getSimpleName())
                .toList();
    }

    private Outcome act(String action) {
        return engine.execute(Action.on("o-1", action).build());
    }

    private Order order() {
        return engine.orders().find("o-1").orElseThrow();
    }

    private void advance(Duration duration) {
        Instant until = clock.instant().plus(duration);
        Optional<Instant> next = engine.orders().nextDue();
        for (int rounds = 0; next.isPresent() && !next.get().isAfter(until); rounds++) {
            assertThat(rounds).as("due work comes to an end").isLessThan(1000);
            clock.advanceTo(next.get());
            engine.runDue(clock.instant());
            next = engine.orders().nextDue();
        }
        clock.advanceTo(until);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }

    private static Outcome.Rejected rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return (Outcome.Rejected) outcome;
    }
}
