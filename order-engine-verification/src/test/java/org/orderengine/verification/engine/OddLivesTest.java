package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.model.Order;
import org.orderengine.process.StandardProcesses;

/**
 * Orders of every standard process live among services that are slow, throw, leave interrupts behind and answer nonsense, on two nodes and
 * under a clock that jumps. What was done is booked in time; 72 hours after the last fault no order is busy unless a person has to resolve
 * something of it.
 */
class OddLivesTest {

    private static final int STEPS = 20;

    /** How long after the last fault an order may still be busy. */
    private static final Duration REST = Duration.ofDays(3);

    @Property(tries = 300)
    void no_order_stays_busy_and_whatever_was_done_is_booked(@ForAll @LongRange(min = 0) long seed) {
        lives(seed);
    }

    /** Lives one life; for more of them than a build has time for. */
    static void lives(long seed) {
        OddServices odd = new OddServices(seed);
        Life life = new Life(seed, odd.shop(), StandardProcesses.names());
        try {
            for (int i = 0; i < STEPS; i++) {
                if (i == 0) {
                    life.live(1);
                } else if (life.isThere()) {
                    life.goOn();
                }
                odd.isBooked(Life.ID);
            }
            odd.getWell();
            if (life.isThere()) {
                rests(odd, life);
            }
        } catch (AssertionError broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage() + "\n" + life.story(), broken);
        }
    }

    private static void rests(OddServices odd, Life life) {
        TestShop shop = odd.shop();
        shop.advance(REST);
        while (!odd.areWellFor(REST)) {
            shop.advance(REST);
        }
        odd.isBooked(Life.ID);
        Order order = shop.order(Life.ID);
        assertThat(order.flow().isBusy() && !life.isParked())
                .as(
                        "busy after 72 hours, in %s with %s",
                        order.position(), order.flow().effects())
                .isFalse();
        assertThat(order.flow().stuck()).as("stuck work").isNull();
        life.comesToRest();
        life.isResolved();
    }

    /** Lives as many lives as the first argument says, and tells of those that break a rule. */
    public static void main(String[] arguments) {
        int lives = Integer.parseInt(arguments[0]);
        int broken = 0;
        for (int seed = 0; seed < lives; seed++) {
            try {
                lives(seed);
            } catch (AssertionError rule) {
                broken++;
                System.out.println(
                        String.valueOf(rule.getMessage()).lines().limit(3).toList());
            }
        }
        System.out.println(lives + " lives, " + broken + " broke a rule");
    }
}
