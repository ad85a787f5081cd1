package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.model.Order;
import org.orderengine.model.ReturnLine;

/** Returns: asked for, approved or declined, received, and paid back. */
class ReturnTest {

    @Test
    void everything_that_was_delivered_can_be_returned() {
        Order order = anOrder().delivered().did("request-return").order();
        assertThat(order.books().returns()).singleElement().satisfies(returned -> {
            assertThat(returned.state()).isEqualTo("requested");
            assertThat(returned.lines()).extracting(ReturnLine::requested).containsExactly(2L, 3L);
        });
    }

    @Test
    void goods_that_came_back_go_to_stock_and_the_money_to_the_buyer() {
        anOrder()
                .delivered()
                .did("request-return", "lines", Lines.of("1", 1))
                .did("approve-return")
                .when("receive-return")
                .thenOwes("inventory.restock 1 of 1 for r1", "payment.refund EUR 10.00 for p1");
    }

    @Test
    void damaged_goods_are_paid_back_and_not_restocked() {
        anOrder()
                .delivered()
                .did("request-return", "lines", Lines.of("1", 1))
                .did("approve-return")
                .when("receive-return", "lines", List.of(Payload.of(Map.of("line", "1", "damaged", 1L))))
                .thenOwes("payment.refund EUR 10.00 for p1");
    }

    @Test
    void rejected_goods_are_not_paid_back() {
        anOrder()
                .delivered()
                .did("request-return", "lines", Lines.of("1", 1))
                .did("approve-return")
                .when("receive-return", "lines", List.of(Payload.of(Map.of("line", "1", "rejected", 1L))))
                .thenOwes();
    }

    @Test
    void the_money_goes_back_at_once_where_the_goods_stay() {
        anOrder()
                .delivered()
                .did("request-return", "kind", "refund-only", "lines", Lines.of("2", 3))
                .when("approve-return")
                .thenOwes("payment.refund EUR 3.00 for p1");
    }

    @Test
    void a_return_that_is_still_open_goes_on_after_the_order_has_ended() {
        anOrder()
                .delivered()
                .did("request-return", "lines", Lines.of("1", 1))
                .did("approve-return")
                .did("confirm")
                .did("complete")
                .when("receive-return")
                .thenOwes("inventory.restock 1 of 1 for r1", "payment.refund EUR 10.00 for p1")
                .thenIn("completed");
    }

    @Test
    void a_declined_return_cannot_be_received() {
        anOrder()
                .delivered()
                .did("request-return")
                .did("decline-return")
                .when("receive-return", "return", "r1")
                .thenRefused(Codes.RETURN_STATE);
    }

    @Test
    void units_are_returned_once() {
        anOrder()
                .delivered()
                .did("request-return", "lines", Lines.of("1", 2))
                .when("request-return", "lines", Lines.of("1", 1))
                .thenRefused(Codes.QUANTITY_EXCEEDED);
    }

    @Test
    void an_exchange_says_what_the_buyer_gets_instead() {
        anOrder().delivered().when("request-return", "kind", "exchange").thenRefused(Codes.BAD_PAYLOAD);
        anOrder()
                .delivered()
                .when("request-return", "replacement", List.of(Payload.of(Map.of("sku", "PIN"))))
                .thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void more_cannot_come_back_than_is_waited_for() {
        anOrder()
                .delivered()
                .did("request-return", "lines", Lines.of("1", 1))
                .did("approve-return")
                .when("receive-return", "lines", List.of(Payload.of(Map.of("line", "1", "accepted", 2L))))
                .thenRefused(Codes.QUANTITY_EXCEEDED);
    }
}
