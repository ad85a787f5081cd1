package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.model.Order;

/**
 * From wherever a life has brought an order, there is a way back on which everything is given back: on every standard process,
 * with refusals, lost answers and restarts before.
 */
class FullReversalTest {

    @Property(tries = 400)
    void a_full_reversal_leaves_nothing_A7(@ForAll @LongRange(min = 0) long seed) {
        tell(new Life(seed));
    }

    @Property(tries = 200)
    void a_full_reversal_leaves_nothing_at_any_location_A7(@ForAll @LongRange(min = 0) long seed) {
        tell(Life.atLocations(seed));
    }

    private static void tell(Life life) {
        try {
            life.live(life.steps());
            if (life.isThere()) {
                reverse(life);
            }
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + life.story(), broken);
        }
    }

    static void reverse(Life life) {
        Reversal reversal = new Reversal(life.shop, Life.ID, new Random(1));
        reversal.run();
        Order order = life.shop.order(Life.ID);
        if (life.isParked()) {
            return; // a service says no to a person too
        }
        if (order.position().states().contains("completed")) {
            reversal.leftNothingOpen();
        } else {
            reversal.leftNothing();
        }
    }

    @Test
    void a_promise_that_an_order_did_not_need_is_let_go_when_it_completes_A7() {
        TestShop shop = new TestShop();
        shop.execute(TestShop.threeLines(Life.ID));
        shop.execute(
                Action.on(Life.ID, "authorize").amount(TestShop.eur("10.00")).build());
        shop.gateway.receive(Life.ID, null, "bank", TestShop.eur("34.14"), "tx-1");
        shop.execute(Action.on(Life.ID, "payment-received")
                .set("reference", "tx-1")
                .set("method", "bank")
                .set("amount", "34.14")
                .build());
        for (String action : List.of("ship", "deliver", "confirm", "complete")) {
            shop.act(Life.ID, action);
        }
        assertThat(shop.state(Life.ID)).isEqualTo("completed");
        assertThat(shop.order(Life.ID).books().payments())
                .allMatch(payment -> payment.capturable().isZero());
    }
}
