package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.model.Order;
import org.orderengine.model.Phase;
import org.orderengine.orders.OrderDetail;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.ParkedEffect;
import org.orderengine.orders.Waiting;
import org.orderengine.orders.Waiting.Whom;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;

/** What a page about one order shows, and waiting for an order to come to rest. */
class OrderDetailTest {

    private final TestShop shop = new TestShop();
    private final OrderService orders = shop.engine.orders();

    @Test
    void the_detail_of_an_order_says_what_it_takes_and_why_it_does_not_take_the_rest() {
        shop.execute(PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).build());

        OrderDetail detail = detail();

        assertThat(detail.order()).isEqualTo(shop.order("o-1"));
        assertThat(detail.phase()).isEqualTo(Phase.TO_PAY);
        assertThat(detail.actions().stream().filter(ActionExplanation::accepted).map(ActionExplanation::action))
                .isSubsetOf(detail.allowed());
        assertThat(detail.allowed()).isEqualTo(orders.allowed(detail.order())).contains("substitute");
        assertThat(detail.actions())
                .filteredOn(action -> action.action().equals("deliver"))
                .singleElement()
                .satisfies(deliver -> assertThat(
                                Objects.requireNonNull(deliver.refusal()).message())
                        .isNotEmpty());
        assertThat(detail.waits())
                .extracting(Waiting::whom, Waiting::what, Waiting::code)
                .containsExactly(tuple(Whom.TIME, "unpaid", null));
        assertThat(detail.timeline()).hasSize(2);
        assertThat(detail.parked()).isEmpty();
    }

    @Test
    void an_order_whose_payment_is_unknown_waits_for_the_service_and_once_it_is_parked_for_a_person() {
        shop.execute(PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).build());
        shop.gateway.answer(Operation.AUTHORIZE, Answer.UNKNOWN);
        for (int query = 0; query < 100; query++) {
            shop.gateway.answer(Operation.QUERY, Answer.UNKNOWN);
        }
        shop.act("o-1", "pay");

        assertThat(detail().waits())
                .extracting(Waiting::whom, Waiting::what)
                .contains(tuple(Whom.SERVICE, "payment.authorize"));

        shop.advance(Duration.ofDays(60));
        assertThat(detail().waits()).extracting(Waiting::whom).contains(Whom.STAFF);
        assertThat(detail().parked()).extracting(ParkedEffect::orderId).containsExactly("o-1");
    }

    @Test
    void orders_are_found_in_the_order_of_their_ids_and_those_that_are_not_there_are_left_out() {
        shop.execute(PlaceOrder.of("o-1").buyer("ann").line("LAMP", 1).build());
        shop.execute(PlaceOrder.of("o-2").buyer("ann").line("LAMP", 1).build());

        assertThat(orders.findAll(List.of("o-2", "o-9", "o-1", "o-2")))
                .extracting(Order::id)
                .containsExactly("o-2", "o-1");
        assertThat(orders.detail("o-9")).isEmpty();
        assertThat(orders.awaitRest("o-9", Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void waiting_for_rest_ends_when_another_thread_has_brought_the_order_there() throws InterruptedException {
        shop.execute(PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).build());
        shop.gateway.answer(Operation.AUTHORIZE, Answer.UNKNOWN);
        shop.act("o-1", "pay");
        assertThat(orders.awaitRest("o-1", Duration.ofMillis(5))
                        .orElseThrow()
                        .flow()
                        .isBusy())
                .as("the time is up")
                .isTrue();

        Thread other = new Thread(() -> shop.advance(Duration.ofHours(1)));
        other.start();
        Order rested = orders.awaitRest("o-1", Duration.ofMinutes(1)).orElseThrow();
        other.join();

        assertThat(rested.flow().isBusy()).isFalse();
    }

    @Test
    void a_thread_that_is_interrupted_stops_waiting_and_stays_interrupted() {
        shop.execute(PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).build());
        shop.gateway.answer(Operation.AUTHORIZE, Answer.UNKNOWN);
        shop.act("o-1", "pay");

        Thread.currentThread().interrupt();
        Order order = orders.awaitRest("o-1", Duration.ofDays(1)).orElseThrow();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(order.flow().isBusy()).isTrue();
    }

    private OrderDetail detail() {
        return orders.detail("o-1").orElseThrow();
    }
}
