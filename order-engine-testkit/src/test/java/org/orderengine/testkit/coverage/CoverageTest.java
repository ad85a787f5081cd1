package org.orderengine.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.VirtualClock;
import org.orderengine.testkit.coverage.CoverageItem.Kind;

class CoverageTest {

    private static final ProcessDefinition TICKETS = ProcessDefinition.named("tickets", 1)
            .initial("selling")
            .state("selling", s -> s.initial("open")
                    .state("open", o -> o.on("pay")
                            .to("paying")
                            .on("print")
                            .when("fully-paid")
                            .to("printed")
                            .after("unpaid", Duration.ofMinutes(10))
                            .to("expired"))
                    .state("paying", o -> o.run("payment.capture").done("paid").declined("open"))
                    .state("paid", o -> o.on("print").when("fully-paid").to("printed")))
            .state("printed", s -> s.end())
            .state("expired", s -> s.end())
            .build();

    private final Coverage coverage = new Coverage();
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final FakePaymentGateway gateway = new FakePaymentGateway();

    private OrderEngine engine() {
        return OrderEngine.builder()
                .catalog(new FakeCatalog().sell("SEAT", Money.of("EUR", "20.00")))
                .payments(gateway)
                .process(TICKETS)
                .time(clock)
                .observe(coverage::observer)
                .build();
    }

    private static void place(OrderEngine engine, String order) {
        engine.execute(PlaceOrder.of(order).buyer("ann").line("SEAT", 1).build());
    }

    private static Outcome act(OrderEngine engine, String order, String action) {
        return engine.execute(Action.on(order, action).build());
    }

    private List<String> exercised() {
        return coverage.of(TICKETS).items().stream()
                .filter(CoverageItem::isExercised)
                .map(item -> item.times() + " " + item.kind() + " " + item)
                .toList();
    }

    @Test
    void every_state_transition_answer_and_outcome_of_an_order_is_counted() {
        try (OrderEngine engine = engine()) {
            place(engine, "o-1");
            act(engine, "o-1", "pay");
            act(engine, "o-1", "print");
        }
        String selling = "states.selling";
        String open = selling + ".states.open";
        String paying = selling + ".states.paying";
        String paid = selling + ".states.paid";
        assertThat(exercised())
                .containsExactly(
                        "1 STATE " + selling + ": selling",
                        "1 STATE " + open + ": open",
                        "1 TRANSITION " + open + ".on.pay[0]: open on pay to paying",
                        "1 STATE " + paying + ": paying",
                        // the payment is promised first, and then taken
                        "2 OUTCOME " + paying + ".run: payment.capture done",
                        "1 TRANSITION " + paying + ".done[0]: paying when done to paid",
                        "1 STATE " + paid + ": paid",
                        "1 TRANSITION " + paid + ".on.print[0]: paid on print [fully-paid] to printed",
                        "1 GUARD " + paid + ".on.print[0]: fully-paid says yes",
                        "1 STATE states.printed: printed");
    }

    @Test
    void a_no_counts_where_it_was_said_and_what_is_only_tried_out_does_not() {
        try (OrderEngine engine = engine()) {
            place(engine, "o-1");
            assertThat(engine.orders().allowed(engine.orders().find("o-1").orElseThrow()))
                    .containsExactly("pay");
            assertThat(coverage.of(TICKETS).only(Kind.GUARD).percent()).isZero();
            assertThat(act(engine, "o-1", "print")).isInstanceOf(Outcome.Rejected.class);
        }
        assertThat(coverage.of(TICKETS).only(Kind.GUARD).items())
                .filteredOn(CoverageItem::isExercised)
                .extracting(item -> item.times() + " " + item)
                .containsExactly("1 states.selling.states.open.on.print[0]: fully-paid says no");
    }

    @Test
    void timers_and_the_answers_of_services_are_counted() {
        gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.DECLINED, Answer.UNKNOWN);
        try (OrderEngine engine = engine()) {
            place(engine, "o-1");
            act(engine, "o-1", "pay");
            act(engine, "o-1", "pay");
            place(engine, "o-2");
            while (engine.orders().nextDue().isPresent()) {
                clock.advanceTo(engine.orders().nextDue().orElseThrow());
                engine.runDue(clock.instant());
            }
        }
        assertThat(coverage.of(TICKETS).only(Kind.TIMER).percent()).isEqualTo(100);
        assertThat(coverage.of(TICKETS).only(Kind.OUTCOME).items())
                .filteredOn(CoverageItem::isExercised)
                .extracting(CoverageItem::what)
                .contains("payment.capture declined", "payment.capture unknown");
    }

    @Test
    void what_is_missing_fails_a_build_and_is_listed() {
        try (OrderEngine engine = engine()) {
            place(engine, "o-1");
        }
        CoverageReport report = coverage.of(TICKETS);
        report.requireAtLeast(report.percent());
        assertThatThrownBy(() -> report.requireAtLeast(80))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at least 80.0 % of tickets")
                .hasMessageContaining("states           2 of 6")
                .hasMessageContaining("states.selling.states.paying.run: payment.capture unknown")
                .hasMessageContaining("states.selling.states.open.after.unpaid: unpaid")
                .hasMessageNotContaining("states.selling.states.open: open");
    }

    @Test
    void what_need_not_be_exercised_is_named_and_must_stay_true() {
        try (OrderEngine engine = engine()) {
            place(engine, "o-1");
        }
        CoverageReport states = coverage.of(TICKETS).only(Kind.STATE);
        CoverageReport left = states.without("states.printed")
                .without("states.expired: expired")
                .without("states.selling.states.paying")
                .without("states.selling.states.paid");
        left.requireAtLeast(100);
        assertThatThrownBy(() -> states.without("states.selling.states.open"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exercised after all");
        assertThatThrownBy(() -> states.without("states.sold"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("states.sold");
    }

    @Test
    void a_definition_that_nothing_ran_is_not_exercised_at_all() {
        assertThat(coverage.all()).isEmpty();
        assertThat(coverage.of(TICKETS).percent()).isZero();
        assertThat(coverage.of(TICKETS).missing())
                .hasSameSizeAs(coverage.of(TICKETS).items());
    }

    @Test
    void many_engines_and_threads_count_together() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    try (OrderEngine engine = engine()) {
                        for (int order = 0; order < 25; order++) {
                            place(engine, "o-" + order);
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(exercised())
                .containsExactly("200 STATE states.selling: selling", "200 STATE states.selling.states.open: open");
        assertThat(coverage.all()).hasSize(1);
    }

    @Test
    void the_picture_tells_apart_what_was_exercised_what_was_in_part_and_what_was_not() {
        try (OrderEngine engine = engine()) {
            place(engine, "o-1");
            act(engine, "o-1", "pay");
        }
        assertThat(coverage.of(TICKETS).mermaid().lines().map(String::strip))
                .startsWith("flowchart TB", "subgraph s0[\"selling\"]", "s1[\"open\"]:::exercised")
                .contains(
                        "s2[\"paying<br/>never payment.capture declined<br/>never payment.capture unknown"
                                + "<br/>never payment.capture failed\"]:::partly",
                        "s4[\"printed\"]:::missed",
                        "s1 -->|\"pay\"| s2",
                        "s1 -->|\"unpaid\"| s5",
                        "linkStyle 1,2,4,5 stroke:#b3261e,stroke-dasharray:5 4");
    }
}
