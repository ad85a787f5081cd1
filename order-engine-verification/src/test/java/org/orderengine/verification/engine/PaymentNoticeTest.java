package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;

/** Providers tell of money before the call for it returned, twice, late, and under names of their own: it is booked once. */
class PaymentNoticeTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    @Test
    void a_notification_that_comes_before_the_call_returns_is_the_answer_to_it() {
        List<OrderEngine> engines = new ArrayList<>();
        List<Outcome> told = new ArrayList<>();
        TestShop eager = new TestShop();
        Runnable notification = () -> told.add(engines.get(0).execute(received("p1", "fake-1", null)));
        OrderEngine engine = eager.builder()
                .payments(Late.after(eager.gateway, notification))
                .build();
        engines.add(engine);
        engine.execute(threeLines(ID));

        Outcome paid = engine.execute(Action.on(ID, "pay").build());

        assertThat(paid.isAccepted()).isTrue();
        assertThat(told).allMatch(Outcome::isAccepted).hasSize(1);
        assertIsPaidOnce(eager);
    }

    @Test
    void a_notification_ends_the_doubt_about_a_capture_and_the_gateway_is_not_queried() {
        loseTheCapture(Answer.UNKNOWN_DONE);

        assertThat(shop.execute(received("p1", "fake-1", null)).isAccepted()).isTrue();

        assertIsPaidOnce(shop);
        shop.advance(Duration.ofDays(2));
        assertThat(shop.gateway.calls()).noneMatch(call -> call.isQuery());
    }

    @Test
    void its_reference_is_enough_where_the_provider_gave_it_before() {
        loseTheCapture(Answer.UNKNOWN_DONE);

        shop.execute(received(null, "fake-1", null));

        assertIsPaidOnce(shop);
    }

    @Test
    void a_notification_after_the_call_returned_changes_nothing_however_often_it_comes() {
        shop.execute(threeLines(ID));
        shop.act(ID, "pay");
        Order paid = shop.order(ID);

        shop.execute(received("p1", "fake-1", null));
        shop.execute(received(null, "fake-1", null));

        assertThat(shop.order(ID)).isEqualTo(paid);
    }

    @Test
    void a_notification_under_the_providers_own_reference_alone_is_recognized_when_the_provider_is_asked() {
        shop.gateway.answer(Operation.AUTHORIZE, Answer.UNKNOWN_DONE);
        shop.execute(threeLines(ID));
        shop.act(ID, "pay");
        shop.gateway.receive(ID, "p1", "card", total(), "fake-1");
        shop.execute(received(null, "fake-1", total()));
        assertThat(shop.order(ID).flow().isBusy()).isTrue();

        shop.advance(Duration.ofMinutes(2));

        assertThat(shop.order(ID).books().payments())
                .extracting(payment -> payment.state())
                .containsExactly("merged", "captured");
        assertIsPaidOnce(shop);
    }

    @Test
    void another_amount_than_the_payment_is_for_waits_until_the_payment_is_settled() {
        loseTheCapture(Answer.UNKNOWN_DONE);
        Order before = shop.order(ID);

        assertThat(code(shop.execute(received("p1", "fake-1", eur("1.00"))))).isEqualTo("payment-pending");

        assertThat(shop.order(ID)).isEqualTo(before);
    }

    @Test
    void money_of_a_payment_that_was_given_up_is_that_payments_money() {
        loseTheCapture(Answer.UNKNOWN);
        shop.gateway.answer(Operation.QUERY, Answer.DECLINED);
        shop.advance(Duration.ofMinutes(2));
        assertThat(shop.state(ID)).isEqualTo("created");
        shop.gateway.receive(ID, "p1", "card", total(), "fake-1");

        shop.execute(received("p1", "fake-1", total()));

        assertThat(shop.order(ID).books().payments())
                .singleElement()
                .satisfies(payment -> assertThat(payment.captured()).isEqualTo(total()));
        assertIsPaidOnce(shop);
    }

    @Test
    void money_of_a_promise_takes_the_promise() {
        shop.execute(threeLines(ID));
        shop.act(ID, "authorize");
        shop.gateway.receive(ID, "p1", "card", total(), "fake-1");

        shop.execute(received(null, "fake-1", total()));

        assertThat(shop.order(ID).books().payments().get(0).capturable().isZero())
                .isTrue();
        assertIsPaidOnce(shop);
    }

    @Test
    void a_notification_resolves_what_was_parked() {
        Answer[] never = new Answer[6];
        Arrays.fill(never, Answer.UNKNOWN);
        shop.gateway.answer(Operation.QUERY, never);
        loseTheCapture(Answer.UNKNOWN_DONE);
        shop.advance(Duration.ofDays(3));

        shop.execute(received("p1", "fake-1", null));

        assertIsPaidOnce(shop);
    }

    @Test
    void money_that_arrives_after_the_cancellation_goes_back() {
        shop.execute(threeLines(ID));
        shop.act(ID, "cancel");
        shop.gateway.receive(ID, null, "bank", eur("5.00"), "tx-1");

        assertThat(shop.execute(received(null, "tx-1", eur("5.00"))).isAccepted())
                .isTrue();

        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("5.00"));
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void money_that_cannot_be_is_refused() {
        shop.execute(threeLines(ID));
        shop.execute(Action.on(ID, "authorize").amount(eur("10.00")).build());
        Order before = shop.order(ID);

        assertThat(code(shop.execute(received(null, "tx-1", Money.of("USD", "5.00")))))
                .isEqualTo("currency-mismatch");
        assertThat(code(shop.execute(received(null, "tx-1", eur("0.00"))))).isEqualTo("amount-not-positive");
        assertThat(code(shop.execute(
                        Action.on(ID, "capture").amount(eur("10.01")).build())))
                .isEqualTo("amount-exceeded");
        assertThat(code(shop.execute(Action.on(ID, "pay").amount(eur("1000.00")).build())))
                .isEqualTo("amount-exceeded");
        assertThat(shop.order(ID)).isEqualTo(before);
    }

    private void loseTheCapture(Answer answer) {
        shop.gateway.answer(Operation.CAPTURE, answer);
        shop.execute(threeLines(ID));
        shop.act(ID, "pay");
        assertThat(shop.order(ID).flow().isBusy()).isTrue();
    }

    private Money total() {
        return shop.order(ID).totals().total();
    }

    private static Action received(@Nullable String payment, String reference, @Nullable Money amount) {
        Action.Builder action = Action.on(ID, "payment-received").set("reference", reference);
        if (payment != null) {
            action.set("payment", payment);
        }
        if (amount != null) {
            action.amount(amount);
        }
        return action.build();
    }

    private static void assertIsPaidOnce(TestShop shop) {
        Order order = shop.order(ID);
        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(order.totals().captured()).isEqualTo(order.totals().total());
        assertThat(order.totals().refunded().isZero()).isTrue();
        assertThat(order.flow().effects()).isEmpty();
        Invariants.hold(shop, ID);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    private static String code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).code();
    }
}
