package org.orderengine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.testkit.Fixtures.call;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.effect.EffectResult.Done;
import org.orderengine.effect.EffectResult.Failed;
import org.orderengine.effect.EffectResult.Unknown;
import org.orderengine.model.Money;
import org.orderengine.testkit.FakePaymentGateway.Operation;

class FakePaymentGatewayTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money TEN = Money.of("EUR", "10.00");

    private final FakePaymentGateway gateway = new FakePaymentGateway();

    @Test
    void a_capture_whose_answer_was_lost_is_found_in_the_log() {
        gateway.answer("card", Operation.CAPTURE, Answer.UNKNOWN_DONE);
        assertThat(capture("o1", "card", TEN)).isInstanceOf(Unknown.class);
        assertThat(gateway.captured(EUR)).isEqualTo(TEN);
        assertThat(gateway.query(new CapturePayment("p1", "card", TEN, null), call("o1", "capture"))).isInstanceOf(Done.class);
        assertThat(capture("o1", "card", TEN)).isInstanceOf(Done.class);
        assertThat(gateway.captured(EUR)).isEqualTo(TEN);
    }

    @Test
    void a_capture_that_was_lost_on_the_way_was_never_done() {
        gateway.answer("card", Operation.CAPTURE, Answer.UNKNOWN);
        assertThat(capture("o1", "card", TEN)).isInstanceOf(Unknown.class);
        assertThat(gateway.captured(EUR).isZero()).isTrue();
        assertThat(gateway.query(new CapturePayment("p1", "card", TEN, null), call("o1", "capture"))).isInstanceOf(Failed.class);
    }

    @Test
    void a_scripted_query_decides_a_capture_that_is_still_open() {
        gateway.answer("card", Operation.CAPTURE, Answer.UNKNOWN, Answer.UNKNOWN)
                .answer("card", Operation.QUERY, Answer.UNKNOWN, Answer.APPROVED, Answer.DECLINED);
        capture("o1", "card", TEN);
        capture("o2", "card", TEN);
        assertThat(gateway.query(new CapturePayment("p1", "card", TEN, null), call("o1", "capture"))).isInstanceOf(Unknown.class);
        assertThat(gateway.query(new CapturePayment("p1", "card", TEN, null), call("o1", "capture"))).isInstanceOf(Done.class);
        assertThat(gateway.query(new CapturePayment("p1", "card", TEN, null), call("o2", "capture"))).isInstanceOf(Declined.class);
        assertThat(capture("o2", "card", TEN)).isInstanceOf(Declined.class);
        assertThat(gateway.captured(EUR)).isEqualTo(TEN);
    }

    @Test
    void a_scripted_query_cannot_undo_what_is_done() {
        gateway.answer("card", Operation.CAPTURE, Answer.UNKNOWN_DONE)
                .answer("card", Operation.QUERY, Answer.DECLINED, Answer.FAILED);
        capture("o1", "card", TEN);
        assertThat(gateway.query(new CapturePayment("p1", "card", TEN, null), call("o1", "capture"))).isInstanceOf(Unknown.class);
        assertThat(gateway.query(new CapturePayment("p1", "card", TEN, null), call("o1", "capture"))).isInstanceOf(Unknown.class);
        assertThat(gateway.query(new CapturePayment("p1", "card", TEN, null), call("o1", "capture"))).isInstanceOf(Done.class);
    }

    @Test
    void answers_are_scripted_per_method_or_for_all() {
        gateway.answer("gift-card", Operation.CAPTURE, Answer.DECLINED).answer(Operation.CAPTURE, Answer.FAILED);
        assertThat(capture("o1", "gift-card", TEN))
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.code()).isEqualTo("gift-card-declined"));
        assertThat(capture("o2", "card", TEN)).isInstanceOf(Failed.class);
        assertThat(capture("o3", "card", TEN)).isInstanceOf(Done.class);
    }

    @Test
    void no_more_is_taken_than_was_promised() {
        gateway.authorize(new AuthorizePayment("p1", "card", TEN, null), call("o1", "authorize"));
        assertThat(capture("o1", "card", Money.of("EUR", "10.01"))).isInstanceOf(Declined.class);
        assertThat(gateway.captured(EUR).isZero()).isTrue();
    }

    @Test
    void money_that_arrived_by_itself_can_be_given_back_once() {
        assertThat(gateway.receive("o1", "p1", "bank", TEN, "tx-9")).isTrue();
        assertThat(gateway.receive("o1", "p1", "bank", TEN, "tx-9")).isFalse();
        assertThat(gateway.captured(EUR)).isEqualTo(TEN);
        assertThat(refund("o1", "refund")).isInstanceOf(Done.class);
        assertThat(refund("o1", "refund again")).isInstanceOf(Declined.class);
        assertThat(gateway.refunded(EUR)).isEqualTo(TEN);
    }

    @Test
    void a_transfer_that_bounced_never_came() {
        gateway.receive("o1", null, "bank", TEN, "tx-9");
        gateway.bounce("o1", "tx-9");
        assertThat(gateway.captured(EUR).isZero()).isTrue();
        assertThat(refund("o1", "refund")).isInstanceOf(Declined.class);
    }

    private EffectResult capture(String order, String method, Money amount) {
        return gateway.capture(new CapturePayment("p1", method, amount, null), call(order, "capture"));
    }

    private EffectResult refund(String order, String key) {
        return gateway.refund(new RefundPayment("p1", "bank", TEN, null), call(order, key));
    }
}
