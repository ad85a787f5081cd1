package org.orderengine.verification.engine;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.process.StandardProcesses;

/**
 * Orders of every standard process live random lives; the invariants hold after every step, and at the end the world is as the
 * books say. The seed that a failure prints gives the same life again.
 */
class RandomLivesTest {

    private static final ProcessDefinition KEEPING =
            ProcessJson.read(ProcessJson.write(StandardProcesses.physicalGoods())
                    .replaceAll(",\\s*\"defer\":\\s*(\\[[^]]*]|\"[^\"]*\")", "")
                    .replace("\"run\":", "\"defer\": \"*\", \"run\":"));

    @Property(tries = 400)
    void invariants_P1_P2_P3_P4_P7_U1_U2_B1_F3_F4_F5_F7_F8_hold_in_every_life(@ForAll @LongRange(min = 0) long seed) {
        tell(new Life(seed));
    }

    @Property(tries = 200)
    void invariants_P1_P2_P3_P4_P7_U1_U2_B1_F3_F4_F5_F7_F8_hold_where_every_busy_state_keeps_what_arrives(
            @ForAll @LongRange(min = 0) long seed) {
        tell(new Life(seed, KEEPING));
    }

    @Property(tries = 300)
    void invariants_P1_P2_P3_P4_P7_U1_U2_U3_B1_F3_F4_F5_F7_F8_hold_where_units_come_from_several_locations(
            @ForAll @LongRange(min = 0) long seed) {
        tell(Life.atLocations(seed));
    }

    private static void tell(Life life) {
        try {
            life.live(life.steps());
            if (life.isThere()) {
                life.comesToRest();
                life.isResolved();
                life.staysWholeWhenErased();
            }
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + life.story(), broken);
        }
    }
}
