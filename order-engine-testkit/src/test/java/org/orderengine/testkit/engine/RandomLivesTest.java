package org.orderengine.testkit.engine;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/**
 * Orders of every standard process live random lives; the invariants hold after every step, and at the end the world is as the
 * books say. The seed that a failure prints gives the same life again.
 */
class RandomLivesTest {

    @Property(tries = 400)
    void invariants_P1_P2_P7_U1_U2_B1_F3_F4_F5_F8_hold_in_every_life(@ForAll @LongRange(min = 0) long seed) {
        Life life = new Life(seed);
        try {
            life.live(life.steps());
            if (life.isThere()) {
                life.comesToRest();
            }
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + life.story(), broken);
        }
    }
}
