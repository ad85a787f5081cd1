package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Payment;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;

/** A provider's late no answers a payment whose outcome is not known. */
class PaymentDeclinedTest {

    private static final Answer[] NEVER = {
        Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN
    };

    private final TestShop shop = new TestShop();

    private Payment payment() {
        return shop.order("o").books().payments().get(0);
    }

    private Outcome declined() {
        return shop.execute(Action.on("o", "payment-declined")
                .set("payment", "p1")
                .set("code", "insufficient-funds")
                .set("message", "no money")
                .build());
    }

    private static String code(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.code() : "accepted";
    }

    @Test
    void it_takes_the_order_back_to_where_it_can_be_paid_otherwise_and_says_why() {
        shop.gateway.answer(Operation.AUTHORIZE, Answer.UNKNOWN);
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        assertThat(shop.state("o")).isEqualTo("paying");

        assertThat(declined().isAccepted()).isTrue();

        assertThat(shop.state("o")).isEqualTo("created");
        assertThat(payment().state()).isEqualTo("declined");
        assertThat(shop.order("o").flow().effects()).isEmpty();
        assertThat(shop.engine.orders().timeline("o").toString()).contains("insufficient-funds");
        shop.act("o", "pay");
        assertThat(shop.state("o")).isEqualTo("paid");
        Invariants.hold(shop, "o");
    }

    @Test
    void what_was_promised_before_the_capture_was_lost_is_let_go() {
        shop.gateway.answer(Operation.CAPTURE, Answer.UNKNOWN);
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        declined();

        assertThat(shop.state("o")).isEqualTo("created");
        assertThat(payment().voided()).isEqualTo(payment().authorized());
        Invariants.hold(shop, "o");
    }

    @Test
    void it_resolves_a_payment_that_waits_for_a_person_and_the_cancel_that_waits_for_it_runs() {
        shop.gateway.answer(Operation.CAPTURE, Answer.UNKNOWN).answer(Operation.QUERY, NEVER);
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        assertThat(shop.engine.orders().allowed(shop.order("o"))).containsExactly("cancel");
        Outcome kept = shop.act("o", "cancel");
        assertThat(kept).isInstanceOfSatisfying(Outcome.Accepted.class, accepted -> assertThat(accepted.deferred())
                .isTrue());
        shop.advance(Duration.ofDays(3));
        assertThat(shop.engine.orders().parked(OrderCriteria.ALL, null, 10).effects())
                .hasSize(1);

        declined();

        assertThat(shop.state("o")).isEqualTo("cancelled");
        assertThat(shop.inventory.held("o")).isZero();
        Invariants.hold(shop, "o");
    }

    @Test
    void told_again_it_changes_nothing_and_told_of_money_that_came_it_is_refused() {
        shop.gateway.answer(Operation.AUTHORIZE, Answer.UNKNOWN);
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        declined();
        long revision = shop.order("o").revision();
        assertThat(declined().isAccepted()).isTrue();
        assertThat(shop.order("o").revision()).isEqualTo(revision);

        shop.execute(Action.on("o", "pay").set("payment", "p2").build());
        assertThat(code(shop.execute(
                        Action.on("o", "payment-declined").set("payment", "p2").build())))
                .isEqualTo("payment-settled");
        assertThat(code(shop.execute(
                        Action.on("o", "payment-declined").set("payment", "p9").build())))
                .isEqualTo("unknown-payment");
    }

    @Test
    void pay_stays_refused_as_busy_while_the_answer_is_not_known() {
        shop.gateway.answer(Operation.CAPTURE, Answer.UNKNOWN);
        shop.execute(PlaceOrder.of("o").line("LAMP", 1).build());
        shop.act("o", "pay");
        assertThat(code(shop.act("o", "pay"))).isEqualTo("busy");
    }
}
