package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.testkit.MoneyMovement;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.Race;
import org.orderengine.verification.engine.TestShop;

/** Money that moves without the books, or twice because it was unknown whether it had moved. */
class PaymentPainsTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    // killbill#1007
    @Test
    void a_refund_that_the_books_could_not_take_does_not_go_out() {
        pay(shop);

        assertThat(refund(shop, "100.01").isAccepted()).isFalse();
        OrderEngine withoutStore = shop.builder()
                .store(new CommitsTold(shop.store, () -> {
                    throw new StoreUnavailableException("the disk is full", null);
                }))
                .build();
        assertThatThrownBy(() -> withoutStore.execute(
                        Action.on(ID, "refund").amount(eur("10.00")).build()))
                .isInstanceOf(StoreUnavailableException.class);

        shop.advance(Duration.ofDays(1));
        assertThat(shop.gateway.calls()).noneMatch(call -> call.request() instanceof RefundPayment);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("0.00"));
        Invariants.isSettled(shop, ID);
    }

    // killbill#1015
    @Test
    void while_the_outcome_of_a_payment_is_unknown_no_other_is_tried_and_it_succeeds_once() {
        shop.gateway.answer(Operation.CAPTURE, Answer.UNKNOWN_DONE);
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "pay");
        shop.restart();

        assertThat(shop.act(ID, "pay").isAccepted()).isFalse();
        assertThat(shop.execute(Action.on(ID, "pay")
                                .commandId("again")
                                .set("method", "transfer")
                                .build())
                        .isAccepted())
                .isFalse();
        shop.advance(Duration.ofMinutes(2));

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.gateway.calls())
                .filteredOn(call -> call.request() instanceof CapturePayment)
                .hasSize(1);
        assertThat(shop.gateway.captured(eur("0.00").currency())).isEqualTo(eur("100.00"));
        Invariants.isSettled(shop, ID);
    }

    // hyperswitch#13379
    @Test
    void two_refunds_at_once_give_back_no_more_than_came_in() {
        int ways = Race.of(ID, PaymentPainsTest::pay)
                .command("one", racing -> refund(racing, "60.00"))
                .command("other", racing -> refund(racing, "60.00"))
                .interleavings(racing -> {
                    assertThat(racing.order(ID).totals().refunded()).isEqualTo(eur("60.00"));
                    assertThat(racing.gateway.movements())
                            .filteredOn(movement -> movement.kind() == MoneyMovement.Kind.REFUNDED)
                            .hasSize(1);
                    Invariants.isSettled(racing, ID);
                })
                .explore();
        assertThat(ways).isGreaterThan(5);
    }

    // saleor#19812
    @Test
    void every_try_of_one_payment_carries_the_same_idempotency_key() {
        shop.gateway.answer(Operation.CAPTURE, Answer.FAILED, Answer.FAILED, Answer.FAILED);
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "pay");
        shop.restart();
        shop.advance(Duration.ofHours(1));

        List<String> keys = shop.gateway.calls().stream()
                .filter(call -> call.request() instanceof CapturePayment)
                .map(call -> call.context().idempotencyKey())
                .toList();
        assertThat(keys).hasSize(4).containsOnly(keys.get(0));
        assertThat(shop.state(ID)).isEqualTo("paid");
        Invariants.isSettled(shop, ID);
    }

    // medusa#13301, saleor#12652
    @Test
    void the_buyers_confirmation_and_the_providers_notification_are_one_payment() {
        Race.of(ID, PaymentPainsTest::transferred)
                .command("confirmation", racing -> told(racing, "confirmation"))
                .command("notification", racing -> told(racing, "notification"))
                .interleavings(PaymentPainsTest::isPaidOnce)
                .explore();
    }

    // medusa#13301, saleor#12652
    @Test
    void the_answer_of_the_provider_and_its_notification_are_one_payment() {
        Race.of(ID, racing -> {
                    racing.gateway.answer(Operation.CAPTURE, Answer.UNKNOWN_DONE);
                    racing.execute(PlaceOrder.of(ID).line("BED", 1).build());
                    racing.act(ID, "pay");
                    racing.clock.advanceTo(racing.engine.orders().nextDue().orElseThrow());
                })
                .due()
                .command(
                        "notification",
                        racing -> racing.execute(Action.on(ID, "payment-received")
                                .set("payment", "p1")
                                .set("reference", "fake-1")
                                .build()))
                .interleavings(PaymentPainsTest::isPaidOnce)
                .explore();
    }

    // saleor#17776
    @Test
    void one_notification_delivered_twice_at_once_is_one_payment() {
        Race.of(ID, PaymentPainsTest::transferred)
                .command("notification", racing -> told(racing, "webhook"))
                .command("the same", racing -> told(racing, "webhook"))
                .interleavings(PaymentPainsTest::isPaidOnce)
                .explore();
    }

    private static void pay(TestShop shop) {
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "pay");
    }

    private static Outcome refund(TestShop shop, String amount) {
        return shop.execute(Action.on(ID, "refund").amount(eur(amount)).build());
    }

    private static void transferred(TestShop shop) {
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.gateway.receive(ID, null, "bank", eur("100.00"), "tx-1");
    }

    private static void told(TestShop shop, String command) {
        assertThat(shop.execute(Action.on(ID, "payment-received")
                                .commandId(command)
                                .set("reference", "tx-1")
                                .set("amount", "100.00")
                                .set("method", "bank")
                                .build())
                        .isAccepted())
                .isTrue();
    }

    private static void isPaidOnce(TestShop shop) {
        shop.advance(Duration.ofMinutes(10));
        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.order(ID).books().payments()).hasSize(1);
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("100.00"));
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("0.00"));
        Invariants.isSettled(shop, ID);
    }
}
