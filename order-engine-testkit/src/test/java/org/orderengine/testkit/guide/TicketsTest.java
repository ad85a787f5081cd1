package org.orderengine.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.testkit.guide.Tickets.tickets;

import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Money;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.VirtualClock;
import org.orderengine.testkit.coverage.Coverage;
import org.orderengine.testkit.coverage.CoverageItem.Kind;
import org.orderengine.testkit.property.FlowRule;
import org.orderengine.testkit.property.ProcessInvariants;
import org.orderengine.testkit.property.ProcessPath;
import org.orderengine.testkit.property.ProcessPaths;
import org.orderengine.testkit.property.ProcessTrial;

class TicketsTest {

    // snippet: coverage
    private static final Coverage COVERAGE = new Coverage();

    @AfterAll
    static void every_state_and_most_of_the_rest_is_exercised() {
        COVERAGE.of(tickets()).only(Kind.STATE, Kind.TIMER).requireAtLeast(100);
        COVERAGE.of(tickets()).requireAtLeast(80);
    }
    // end

    // snippet: example
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final FakePaymentGateway gateway = new FakePaymentGateway();
    private final OrderEngine engine = OrderEngine.builder()
            .catalog(new FakeCatalog().sell("SEAT", Money.of("EUR", "20.00")))
            .payments(gateway)
            .process(tickets())
            .guard("door-open", context -> null)
            .time(clock)
            .observe(COVERAGE::observer)
            .build();

    @Test
    void a_card_that_is_declined_leaves_the_order_open() {
        gateway.answer(FakePaymentGateway.Operation.AUTHORIZE, Answer.DECLINED);
        engine.execute(PlaceOrder.of("o-1").line("SEAT", 1).build());
        assertThat(engine.execute(Action.on("o-1", "pay").build()).isAccepted()).isFalse();
        assertThat(engine.orders().find("o-1").orElseThrow().position().states())
                .containsExactly("open");
    }
    // end

    // snippet: trial
    @Test
    void orders_keep_the_rules_of_the_flow_whatever_happens() {
        ProcessTrial.of(tickets())
                .withWiring(engine -> engine.guard(
                        "door-open", context -> context.order().books().lines().size() > 1 ? null : "the door is shut"))
                .withCoverage(COVERAGE)
                .check(100);
    }
    // end

    // snippet: invariants
    @Test
    void invariants_in_one_line() {
        ProcessInvariants.check(tickets());
    }
    // end

    // snippet: paths
    @Test
    void an_order_can_go_every_path() {
        ProcessPaths paths = ProcessPaths.of(tickets());
        assertThat(paths.to("used").orElseThrow())
                .hasToString("open; on pay to paying; done: paying to paid; on scan to used");
        assertThat(paths.unreachable()).isEmpty();
        ProcessTrial trial =
                ProcessTrial.of(tickets()).withWiring(engine -> engine.guard("door-open", context -> null));
        for (ProcessPath path : paths.throughAllTransitions()) {
            assertThat(trial.follow(path, EnumSet.allOf(FlowRule.class)))
                    .as("%s", path)
                    .isTrue();
        }
    }
    // end
}
