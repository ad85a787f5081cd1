package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.action.Authorize;
import org.orderengine.command.action.Pay;
import org.orderengine.command.action.Refund;
import org.orderengine.effect.Effect;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.process.StandardProcesses;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.testkit.GatewayAnswer;

/** Gateways that promise less than they are asked: a gift card's balance, a card that is good for a part. */
class PartialPromiseTest {

    private static final String ID = "o-1";
    private static final String SECRET = "GIFT-4711-SECRET";

    private final TestShop shop = new TestShop();

    @ParameterizedTest
    @ValueSource(strings = {"authorize", "capture"})
    void a_payment_stands_for_what_was_promised_and_the_rest_is_paid_otherwise(String operation) {
        place("physical-goods");
        answers(Operation.valueOf(operation.toUpperCase(Locale.ROOT)), eur("40.00"));

        Outcome part = giftCard();

        assertThat(part).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(shop.order(ID).flow().effects()).isEmpty();
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("40.00"));
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("40.00"));
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("60.00"));

        assertThat(shop.act(ID, "pay")).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(payment("p2").captured()).isEqualTo(eur("60.00"));
        assertThat(shop.gateway.captured(eur("1.00").currency())).isEqualTo(eur("100.00"));
    }

    @Test
    void a_part_that_only_a_query_tells_of_is_booked_like_one_that_was_answered() {
        place("physical-goods");
        shop.gateway.answer(
                "gift-card", Operation.AUTHORIZE, List.of(new GatewayAnswer(Answer.UNKNOWN_DONE, eur("40.00"))));

        giftCard();
        assertThat(shop.state(ID)).isEqualTo("paying");
        shop.advance(Duration.ofMinutes(10));

        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("40.00"));
    }

    @Test
    void a_part_whose_capture_is_declined_is_let_go() {
        place("physical-goods");
        answers(Operation.AUTHORIZE, eur("40.00"));
        shop.gateway.answer("gift-card", Operation.CAPTURE, Answer.DECLINED);

        giftCard();

        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("0.00"));
        assertThat(shop.order(ID).flow().effects()).isEmpty();
    }

    static Stream<String> processes() {
        return StandardProcesses.names().stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void no_process_parks_an_order_whose_payments_come_in_parts(String process) {
        place(process);
        for (String part : List.of("0.01", "12.34", "50.00")) {
            answers(Operation.AUTHORIZE, eur(part));
            Outcome told = process.equals("capture-on-shipment")
                    ? shop.execute(
                            Authorize.on(ID).method("gift-card").code(SECRET).build())
                    : giftCard();
            assertThat(shop.order(ID).flow().effects())
                    .as("%s after %s", process, told)
                    .isEmpty();
            Invariants.hold(shop, ID);
        }
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("62.35"));
        assertThat(shop.act(ID, process.equals("capture-on-shipment") ? "authorize" : "pay"))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("100.00"));
        shop.advance(Duration.ofDays(60));
        assertThat(shop.order(ID).flow().effects()).isEmpty();
        Invariants.hold(shop, ID);
    }

    @Test
    void a_parcel_does_not_leave_on_a_part_of_what_it_costs() {
        place("capture-on-shipment");
        shop.act(ID, "authorize");
        shop.gateway.answer("card", Operation.CAPTURE, List.of(GatewayAnswer.approved(eur("40.00"))));

        shop.act(ID, "ship");

        assertThat(shop.state(ID)).isEqualTo("capturing");
        assertThat(shop.order(ID).flow().effects()).anySatisfy(effect -> {
            assertThat(effect.status()).isEqualTo(OwedEffect.Status.PARKED);
            assertThat(Objects.requireNonNull(effect.problem()).code()).isEqualTo("answer-unbookable");
        });
    }

    @Test
    void the_code_goes_to_the_gateway_with_each_request_and_is_in_no_text() {
        place("physical-goods");
        Outcome paid = giftCard();
        shop.restart();
        shop.act(ID, "cancel");

        assertThat(shop.gateway.calls())
                .filteredOn(call -> call.request() instanceof Effect.Charge)
                .hasSize(3)
                .allSatisfy(call -> assertThat(
                                Objects.requireNonNull(((Effect.Charge) Objects.requireNonNull(call.request())).code())
                                        .value())
                        .isEqualTo(SECRET));
        assertThat(List.of(
                        String.valueOf(paid),
                        String.valueOf(shop.order(ID)),
                        String.valueOf(shop.engine.orders().timeline(ID)),
                        String.valueOf(shop.gateway.calls())))
                .noneMatch(text -> text.contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gift_cards_give_back_first_or_last_as_the_policy_says(boolean first) {
        RefundPolicy policy = first ? RefundPolicy.GIFT_CARDS_FIRST : RefundPolicy.GIFT_CARDS_LAST;
        TestShop other = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .reversal(ReversePolicy.DEFAULT.withRefunds(policy)));
        other.inventory.stock("BED", 10);
        other.execute(PlaceOrder.of(ID).line("BED", 1).build());
        other.execute(Pay.on(ID).amount(eur("30.00")).build());
        other.execute(
                Pay.on(ID).method("gift-card").code(SECRET).amount(eur("30.00")).build());
        other.execute(Pay.on(ID).amount(eur("40.00")).build());

        other.execute(Refund.on(ID).amount(eur("50.00")).build());

        assertThat(other.order(ID).books().payments())
                .extracting(Payment::refunded)
                .containsExactly(
                        first
                                ? new Money[] {eur("20.00"), eur("30.00"), eur("0.00")}
                                : new Money[] {eur("30.00"), eur("0.00"), eur("20.00")});
    }

    private void place(String process) {
        shop.inventory.stock("BED", 10);
        shop.execute(PlaceOrder.of(ID).line("BED", 1).process(process).build());
        if (process.equals("kept-quote")) {
            shop.act(ID, "accept");
        }
    }

    private void answers(Operation operation, Money part) {
        shop.gateway.answer("gift-card", operation, List.of(GatewayAnswer.approved(part)));
    }

    private Outcome giftCard() {
        return shop.execute(Pay.on(ID).method("gift-card").code(SECRET).build());
    }

    private Payment payment(String id) {
        return Objects.requireNonNull(shop.order(ID).books().payment(id));
    }
}
