package org.orderengine.testkit.engine;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
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
        Reversal reversal = new Reversal(life.shop, Life.ID);
        reversal.run();
        Order order = life.shop.order(Life.ID);
        if (!life.isParked() && !order.position().states().contains("completed")) {
            reversal.leftNothing();
        }
    }
}
