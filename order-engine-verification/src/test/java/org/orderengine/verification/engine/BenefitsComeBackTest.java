package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.model.Order;
import org.orderengine.model.Points;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeBenefits;

/** Coupons count once and come back at most once, and points come back with the units that they were spent on, in any steps. */
class BenefitsComeBackTest {

    private static final String ID = Changeable.ID;

    @Property(tries = 250)
    void a_coupon_counts_at_most_once_and_points_never_exceed_what_moved_B1_B2(@ForAll @LongRange(min = 0) long seed) {
        Changeable changeable = new Changeable(seed).placed();
        Random random = new Random(seed + 1);
        try {
            for (int step = 0; step < 20; step++) {
                if (random.nextInt(5) == 0) {
                    lose(changeable, random);
                }
                changeable.shop.execute(changeable.wish());
                holds(changeable);
            }
            changeable.rest();
            holds(changeable);
            Invariants.worldEqualsTheBooks(changeable.shop, ID);
            sumExactly(changeable.shop.order(ID));
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + changeable.story(), broken);
        }
    }

    private static void lose(Changeable changeable, Random random) {
        FakeBenefits.Operation[] operations = FakeBenefits.Operation.values();
        changeable.shop.benefits.answer(
                operations[random.nextInt(operations.length)],
                random.nextBoolean() ? Answer.UNKNOWN_DONE : Answer.FAILED);
    }

    private static void holds(Changeable changeable) {
        assertThat(changeable.shop.benefits.uses("TEN")).as("B1").isBetween(0L, 1L);
        Points points = changeable.shop.order(ID).books().points();
        assertThat(points.returned()).as("B2: returned").isLessThanOrEqualTo(points.spent());
        assertThat(points.granted() - points.clawedBack()).as("B2: granted").isNotNegative();
    }

    /** The points of the units that stay and those that came back are those that were spent. */
    private static void sumExactly(Order order) {
        long stay = order.books().lines().stream()
                .mapToLong(line -> line.basis().remainingPoints())
                .sum();
        Points points = order.books().points();
        assertThat(points.returned() + stay).as("B2: pro rata").isEqualTo(points.spent());
    }
}
