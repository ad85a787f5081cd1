package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Payment;
import org.orderengine.model.Timer;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway;

/** Payments run a small machine of their own beside the order's. */
class PaymentMachineTest {

    /** A payment that a person reviews between authorization and capture. */
    private static final ProcessDefinition REVIEWED = ProcessJson.read(
            """
            { "process": "payment", "version": 1, "initial": "pending",
              "states": {
                "pending": { "on": { "authorized": "review", "captured": "captured", "declined": "declined" } },
                "review": { "on": { "clear-payment": "cleared", "reject-payment": "rejected",
                                    "captured": "captured", "voided": { "when": "nothing-in-it", "to": "voided" } },
                            "after": { "unreviewed": { "in": "P3D", "to": "rejected" } } },
                "cleared": { "on": { "capture": {}, "captured": "captured", "declined": "declined",
                                     "voided": { "when": "nothing-in-it", "to": "voided" } } },
                "captured": { "on": { "refunded": { "when": "nothing-kept", "to": "refunded" } } },
                "rejected": { "final": true },
                "declined": { "final": true },
                "voided": { "final": true },
                "refunded": { "final": true } } }""");

    private static final ProcessDefinition PROCESS = ProcessJson.read(
            """
            { "process": "reviewed", "version": 1, "initial": "created",
              "states": {
                "created": { "on": { "authorize": {}, "clear-payment": {}, "reject-payment": {}, "void": {},
                                     "capture": "capturing", "cancel": "cancelling",
                                     "payment-received": {},
                                     "payment-ended": { "when": "something-open", "to": "cancelling" } } },
                "capturing": { "run": "payment.capture",
                               "done": [ { "when": "fully-paid", "to": "sold" }, { "to": "created" } ],
                               "declined": "created" },
                "sold": { "on": { "cancel": "cancelling" } },
                "cancelling": { "run": "reverse", "done": "cancelled" },
                "cancelled": { "final": true } } }""");

    private final TestShop shop =
            new TestShop(builder -> builder.process(PROCESS, ChildProcesses.STANDARD.payments(REVIEWED)));

    @Test
    void money_is_not_captured_before_a_person_has_reviewed_it() {
        authorize();
        assertThat(payment().state()).isEqualTo("review");
        assertThat(payment().capturable()).isEqualTo(shop.order("o-1").totals().total());
        assertThat(shop.engine.orders().allowed(shop.order("o-1")))
                .contains("clear-payment", "reject-payment")
                .doesNotContain("capture");
        Outcome.Rejected early = rejected(shop.act("o-1", "capture"));
        assertThat(early.code()).isEqualTo("payment-state");
        assertThat(early.message()).contains("p1 is review");
        assertThat(shop.gateway.captured(eur("0.00").currency())).isEqualTo(eur("0.00"));

        shop.act("o-1", "clear-payment");
        assertThat(payment().state()).isEqualTo("cleared");
        assertThat(timers()).isEmpty();
        shop.act("o-1", "capture");
        assertThat(payment().state()).isEqualTo("captured");
        assertThat(shop.state("o-1")).isEqualTo("sold");
        Invariants.hold(shop, "o-1");
    }

    @Test
    void a_payment_that_is_rejected_ends_and_the_order_is_told_P6() {
        authorize();
        shop.act("o-1", "reject-payment");
        assertThat(shop.state("o-1")).isEqualTo("cancelled");
        assertThat(payment().state())
                .as("what was let go afterwards does not speak to it")
                .isEqualTo("rejected");
        assertThat(payment().capturable()).isEqualTo(eur("0.00"));
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    @Test
    void without_a_review_a_timer_decides() {
        authorize();
        assertThat(timers()).containsExactly("payment p1 unreviewed");
        shop.advance(Duration.ofDays(3));
        assertThat(payment().state()).isEqualTo("rejected");
        assertThat(shop.state("o-1")).isEqualTo("cancelled");
        assertThat(shop.engine.orders().nextDue()).isEmpty();
        Invariants.hold(shop, "o-1");
    }

    @Test
    void money_that_comes_for_a_payment_that_ended_is_booked_and_begins_it_anew_P6() {
        shop.gateway.answer(FakePaymentGateway.Operation.AUTHORIZE, Answer.DECLINED);
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "authorize");
        assertThat(payment().state()).isEqualTo("declined");
        assertThat(shop.state("o-1")).isEqualTo("cancelled");
        shop.gateway.receive("o-1", "p1", "card", payment().requested(), "bank-7");
        shop.execute(Action.on("o-1", "payment-received")
                .set("payment", "p1")
                .set("reference", "bank-7")
                .build());
        assertThat(payment().captured().isPositive()).isTrue();
        assertThat(payment().state()).as("and went back").isEqualTo("refunded");
        assertThat(payment().kept()).isEqualTo(eur("0.00"));
    }

    @Test
    void the_end_of_a_payment_leaves_no_busy_state() {
        authorize();
        shop.act("o-1", "clear-payment");
        shop.gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.DECLINED);
        Outcome.Rejected declined = rejected(shop.act("o-1", "capture"));
        assertThat(declined.kind()).isEqualTo(Outcome.Rejected.Kind.DECLINED);
        assertThat(payment().state()).isEqualTo("declined");
        assertThat(shop.state("o-1")).as("told once it was at rest").isEqualTo("cancelled");
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    private void authorize() {
        shop.execute(threeLines("o-1"));
        assertThat(shop.act("o-1", "authorize")).isInstanceOf(Outcome.Accepted.class);
    }

    private Payment payment() {
        Payment payment = shop.order("o-1").books().payment("p1");
        assertThat(payment).isNotNull();
        return payment;
    }

    private List<String> timers() {
        return shop.order("o-1").flow().timers().stream().map(Timer::name).toList();
    }

    private static Outcome.Rejected rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return (Outcome.Rejected) outcome;
    }
}
