package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.eur;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.model.Return;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.process.StandardProcesses;

/** An exchange: goods go back, and others come in their place. */
class ExchangeTest {

    @Test
    void the_replacement_follows_the_goods_that_came_back() {
        Given approved = asked("PIN", 10).did("approve-return");
        assertThat(lines(approved)).isEqualTo(2);
        Then then = approved.when("receive-return");
        then.thenOwes("inventory.reserve 10 of 3", "inventory.restock 1 of 1 for r1", "payment.refund EUR 9.00 for p1")
                .thenIn("producing");
        assertThat(returned(then).replacedBy()).containsExactly("3");
        assertThat(then.order().totals().total()).isEqualTo(eur("14.00"));
    }

    @Test
    void what_costs_more_is_outstanding() {
        Then then = asked("LAMP", 2).did("approve-return").when("receive-return");
        then.thenOwes("inventory.reserve 2 of 3", "inventory.restock 1 of 1 for r1");
        assertThat(then.order().totals().outstanding()).isEqualTo(eur("10.00"));
    }

    @Test
    void the_replacement_goes_out_in_advance_where_the_policy_says_so() {
        Given ordered = Given.anOrder(
                        StandardProcesses.physicalGoods(),
                        ReservePolicy.ALL_OR_NOTHING,
                        ReversePolicy.DEFAULT.withReturns(ReturnPolicy.DEFAULT.replacingInAdvance(request -> true)))
                .delivered();
        Then then = exchange(ordered, "LAMP", 1).when("approve-return");
        then.thenOwes("inventory.reserve 1 of 3").thenIn("producing");
        assertThat(returned(then).replacedBy()).containsExactly("3");
        assertThat(then.order().books().expectedBack()).isEqualTo(eur("10.00"));
    }

    @Test
    void what_comes_back_for_an_advance_costs_nothing_more() {
        Given ordered = Given.anOrder(
                        StandardProcesses.physicalGoods(),
                        ReservePolicy.ALL_OR_NOTHING,
                        ReversePolicy.DEFAULT.withReturns(ReturnPolicy.DEFAULT.replacingInAdvance(request -> true)))
                .delivered();
        Given advanced = exchange(ordered, "LAMP", 1).did("approve-return");
        advanced.when("pay").thenRefused(Codes.NOTHING_OUTSTANDING);
        advanced.when("receive-return").thenOwes("inventory.restock 1 of 1 for r1");
    }

    @Test
    void nothing_comes_in_the_place_of_goods_that_are_rejected() {
        Then then = asked("PIN", 10)
                .did("approve-return")
                .when("receive-return", "lines", List.of(Payload.of(Map.of("line", "1", "rejected", 1L))));
        then.thenOwes();
        assertThat(then.order().books().lines()).hasSize(2);
    }

    @Test
    void it_is_refused_without_a_replacement_or_for_none() {
        Given delivered = Given.anOrder().delivered();
        delivered
                .when("request-return", "kind", "exchange", "replacement", List.of(Payload.of(Map.of("quantity", 1L))))
                .thenRefused(Codes.BAD_PAYLOAD);
        delivered.when("request-return", "kind", "swap").thenRefused(Codes.BAD_PAYLOAD);
    }

    private static Given asked(String sku, long quantity) {
        return exchange(Given.anOrder().delivered(), sku, quantity);
    }

    private static Given exchange(Given delivered, String sku, long quantity) {
        return delivered.did(
                "request-return",
                "kind",
                "exchange",
                "lines",
                Lines.of("1", 1),
                "replacement",
                List.of(Payload.of(Map.of("sku", sku, "quantity", quantity))));
    }

    private static int lines(Given given) {
        return given.order().books().lines().size();
    }

    private static Return returned(Then then) {
        return Objects.requireNonNull(then.order().books().returnOf("r1"));
    }
}
