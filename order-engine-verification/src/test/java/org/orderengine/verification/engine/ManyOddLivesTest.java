package org.orderengine.verification.engine;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More odd lives than an ordinary build has time for: {@code ./mvnw verify -Plong}. */
@Tag("long")
class ManyOddLivesTest {

    private static final int LIVES = 10_000;

    @Test
    void ten_thousand_lives_leave_no_order_busy_and_nothing_that_was_done_unbooked() {
        for (int seed = 0; seed < LIVES; seed++) {
            OddLivesTest.lives(seed);
            if ((seed + 1) % 1000 == 0) {
                System.out.println("odd lives: " + (seed + 1) + " of " + LIVES);
            }
        }
    }
}
