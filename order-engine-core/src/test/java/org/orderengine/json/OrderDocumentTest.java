package org.orderengine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.event.Event;
import org.orderengine.model.Flow;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Position;

class OrderDocumentTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void an_order_reads_like_this() {
        assertThat(text(OrderExamples.anOrder()))
                .isEqualTo(
                        """
                        {"format":1,"order":"o-1","revision":2,"process":"physical-goods","version":1,\
                        "placedAt":"2025-03-01T10:00:00Z","currency":"EUR","buyer":"ann","channel":"web",\
                        "states":["paying"],"runs":[{"state":"paying"}],\
                        "timers":[{"timer":"unpaid","state":"created","due":"2025-03-01T10:30:00Z","epoch":1}],\
                        "effects":[{"effect":"2.1","name":"payment.capture","subject":"p-1","amount":7830,\
                        "run":"paying","due":"2025-03-01T10:00:00.500Z"}],\
                        "pricesIncludeTax":true,\
                        "lines":[{"line":"1","sku":"LAMP","name":"Desk lamp","taxCategory":"standard",\
                        "attributes":{"color":"red"},"unitPrice":3920,"ordered":2,"reserved":2,"price":7840,\
                        "discounts":[{"source":"spring","amount":500}],\
                        "taxes":[{"category":"standard","rate":0.20,"amount":1223}]}],\
                        "shipping":{"method":"standard","price":490},\
                        "coupons":[{"code":"SPRING","state":"redeemed"}],\
                        "payments":[{"payment":"p-1","method":"card","state":"requested","requested":7830}]}""");
    }

    @Test
    void events_read_like_this() {
        List<Event> events = List.of(
                new Event.ActionTaken("pay", "p-1", null),
                new Event.PaymentAuthorized("p-1", OrderExamples.eur(7830), "ch_1"),
                new Event.PaymentCaptured("p-1", OrderExamples.eur(7830)),
                new Event.ShippingWaived());

        assertThat(new String(EventsDocument.of(events).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        [{"event":"action-taken","action":"pay","subject":"p-1"},\
                        {"event":"payment-authorized","payment":"p-1","currency":"EUR","amount":7830,"reference":"ch_1"},\
                        {"event":"payment-captured","payment":"p-1","amount":7830},\
                        {"event":"shipping-waived"}]""");
    }

    @Test
    void the_order_of_its_own_document_is_the_very_same() {
        Order order = OrderExamples.anOrder();

        assertThat(OrderDocument.read(OrderDocument.of(order))).isSameAs(order);
    }

    @Test
    void a_document_is_written_out_once() {
        OrderDocument order = OrderDocument.of(OrderExamples.anOrder());
        EventsDocument events = EventsDocument.of(List.of(new Event.ShippingWaived()));

        assertThat(order.bytes()).isSameAs(order.bytes());
        assertThat(events.bytes()).isSameAs(events.bytes());
    }

    @Test
    void an_order_larger_than_any_buffer_comes_back() {
        Order order = OrderExamples.anOrder();
        Position position = new Position(List.of("x".repeat(100_000), "y".repeat(50_000)), Map.of(), false);
        Order large = order.withFlow(order.flow().withPosition(position));
        byte[] stored = OrderDocument.of(large).bytes();

        assertThat(OrderDocument.read(() -> stored)).isEqualTo(large);
    }

    @Test
    void an_amount_of_another_currency_is_refused_and_not_written_as_if_it_were_the_orders() {
        Order order = OrderExamples.anOrder();
        Flow mixed = order.flow().withEffects(List.of(OrderExamples.capture(new Money(USD, 7830))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderDocument.of(order.withFlow(mixed)).bytes())
                .withMessage("Order o-1 has no document: an amount of USD is in a document of EUR:"
                        + " amounts of two currencies do not mix");
    }

    @Test
    void events_of_two_currencies_are_refused() {
        EventsDocument mixed = EventsDocument.of(
                List.of(new Event.CreditGranted(OrderExamples.eur(1)), new Event.CreditGranted(new Money(USD, 1))));

        assertThatIllegalArgumentException().isThrownBy(mixed::bytes).withMessageContaining("USD");
    }

    @Test
    void what_could_not_be_read_back_is_not_written() {
        Order order = OrderExamples.anOrder();
        Position longName = new Position(List.of(), Map.of("x".repeat(Json.MAX_NAME + 1), List.of("created")), false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderDocument.of(order.withFlow(order.flow().withPosition(longName)))
                        .bytes())
                .withMessageContaining("a name has 10001 characters");
    }

    private static String text(Order order) {
        return new String(OrderDocument.of(order).bytes(), StandardCharsets.UTF_8);
    }
}
