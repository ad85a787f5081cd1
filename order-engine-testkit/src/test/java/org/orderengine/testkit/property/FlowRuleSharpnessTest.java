package org.orderengine.testkit.property;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.engine.OrderEngine;
import org.orderengine.json.OrderDocument;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Position;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.contract.FaultyStore;

/** Each rule is broken by a definition, a host or a store made to break it, and the lives find it. */
class FlowRuleSharpnessTest {

    private static final ProcessDefinition TICKETS = tickets(1, s -> s.on("use").to("used"));

    private static ProcessDefinition tickets(int version, UnaryOperator<ProcessStateBuilder> paid) {
        return ProcessDefinition.named("tickets", version)
                .initial("open")
                .state("open", s -> s.on("pay")
                        .to("paying")
                        .after("unpaid", Duration.ofMinutes(10))
                        .to("expired"))
                .state("paying", s -> s.run("payment.capture").done("paid").declined("open"))
                .state("paid", paid)
                .state("used", s -> s.end())
                .state("expired", s -> s.end())
                .build();
    }

    private static void assertBroken(FlowRule rule, ProcessTrial trial) {
        assertThatThrownBy(() -> {
                    for (int number = 0; number < 60; number++) {
                        trial.live(Lives.number(number), EnumSet.of(rule));
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(rule + ": ");
    }

    private static ProcessTrial on(Supplier<OrderStore> newStore) {
        return ProcessTrial.of(TICKETS).withStores(() -> {
            OrderStore store = newStore.get();
            return () -> store;
        });
    }

    @Test
    void a_sound_definition_breaks_none() {
        ProcessInvariants.check(TICKETS);
    }

    @Test
    void f1_an_order_that_follows_another_version_is_found() {
        ProcessDefinition newer = tickets(2, s -> s.on("use").to("used"));
        assertBroken(FlowRule.F1, ProcessTrial.of(TICKETS).withWiring(engine -> engine.process(newer)));
    }

    @Test
    void f1_a_move_that_no_transition_makes_is_found() {
        assertBroken(FlowRule.F1, on(() -> new Rewriting("open", "paid")));
    }

    @Test
    void f2_an_order_that_comes_back_from_its_end_is_found() {
        assertBroken(FlowRule.F2, on(() -> new Rewriting("expired", "open")));
    }

    @Test
    void f3_a_guard_that_writes_while_it_refuses_is_found() {
        ProcessDefinition guarded = tickets(
                1, s -> s.on("use").when("door-open").to("used").on("note").stay());
        AtomicReference<@Nullable OrderEngine> other = new AtomicReference<>();
        ProcessTrial trial = ProcessTrial.of(guarded)
                .withStores(() -> {
                    MemoryOrderStore store = new MemoryOrderStore();
                    other.set(OrderEngine.builder()
                            .withoutPayments()
                            .store(store)
                            .catalog(new FakeCatalog().sell("PIN", Money.of("EUR", "0.07")))
                            .process(guarded)
                            .guard("door-open", context -> null)
                            .build());
                    return () -> store;
                })
                .withWiring(engine -> engine.guard("door-open", context -> {
                    Objects.requireNonNull(other.get())
                            .execute(Action.on(context.order().id(), "note").build());
                    return "the door is shut";
                }));
        assertBroken(FlowRule.F3, trial);
    }

    @Test
    void f4_a_commit_that_is_not_in_the_history_is_found() {
        assertBroken(FlowRule.F4, on(() -> new FaultyStore() {
            @Override
            public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
                return super.history(orderId, fromRevision, limit).stream()
                        .filter(row -> row.revision() != 3)
                        .toList();
            }
        }));
    }

    @Test
    void f7_a_clock_that_runs_ahead_fires_early_and_is_found() {
        assertBroken(FlowRule.F7, ProcessTrial.of(TICKETS).withWiring(engine -> {
            AtomicReference<Instant> ahead = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
            engine.callTimeout(Duration.ofDays(1))
                    .time(() -> ahead.updateAndGet(before -> before.plus(Duration.ofHours(1))));
        }));
    }

    @Test
    void f7_a_timer_that_does_not_fire_is_found() {
        assertBroken(FlowRule.F7, on(NeverDue::new));
    }

    /** Nobody knows whether the order was paid when it would lapse: its timer waits for the provider's answer. */
    @Test
    void f7_a_timer_that_waits_for_an_uncertain_payment_breaks_nothing() {
        ProcessTrial.of(StandardProcesses.virtualGoods()).live(Lives.number(705), EnumSet.of(FlowRule.F7));
    }

    @Test
    void f8_a_busy_state_that_no_answer_leads_out_of_is_found() {
        ProcessDefinition guarded = ProcessDefinition.named("tickets", 1)
                .initial("open")
                .state("open", s -> s.on("pay").to("paying"))
                .state("paying", s -> s.run("payment.capture")
                        .done()
                        .when("vip")
                        .to("used")
                        .declined("open"))
                .state("used", s -> s.end())
                .build();
        assertBroken(
                FlowRule.F8,
                ProcessTrial.of(guarded).withWiring(engine -> engine.guard("vip", context -> "nobody is")));
    }

    @Test
    void f8_work_that_is_never_taken_up_again_is_found() {
        assertBroken(FlowRule.F8, on(NeverDue::new));
    }

    @Test
    void f8_a_guard_that_throws_is_found() {
        ProcessDefinition guarded =
                tickets(1, s -> s.on("use").when("door-open").to("used"));
        assertBroken(
                FlowRule.F8,
                ProcessTrial.of(guarded)
                        .withWiring(engine -> engine.guard("door-open", context -> {
                            throw new IllegalStateException("the door is gone");
                        })));
    }

    /** A store that gives out orders which are in one state as if they were in another. */
    private static final class Rewriting extends FaultyStore {
        private final String from;
        private final String to;

        Rewriting(String from, String to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Optional<StoredOrder> load(String orderId) {
            return super.load(orderId).map(this::rewritten);
        }

        private StoredOrder rewritten(StoredOrder stored) {
            Order order = OrderDocument.read(stored.document());
            if (!order.position().states().equals(List.of(from))) {
                return stored;
            }
            Position position = new Position(List.of(to), Map.of(), false);
            return new StoredOrder(
                    stored.orderId(),
                    stored.revision(),
                    stored.leaseEpoch(),
                    OrderDocument.of(order.withFlow(order.flow().withPosition(position))));
        }
    }

    /** A store that never says that something is due. */
    private static final class NeverDue extends FaultyStore {
        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }
    }
}
