package org.orderengine.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Verdict;

/** A flat machine allocates nothing, whether it accepts or refuses. */
class MachineAllocationTest {

    private static final int ROUNDS = 100_000;

    /** A context that allocates nothing. */
    private static final class Door {

        private static final Verdict LOCKED = Verdict.no("locked");
        private boolean locked;
        private int count;

        private Verdict isUnlocked() {
            return locked ? LOCKED : Verdict.yes();
        }

        private void count() {
            count++;
        }
    }

    private final Machine<Stage, Move, Door> machine =
            Machine.compile(MachineDefinition.<Stage, Move, Door>named("flat")
                    .state(Stage.CREATED, s -> s.on(Move.PAY)
                            .when(Guard.check("unlocked", Door::isUnlocked))
                            .does("count", Door::count)
                            .to(Stage.PAID))
                    .state(Stage.PAID, s -> s.exit("count", Door::count)
                            .on(Move.PAY)
                            .when("never", door -> door.count < 0)
                            .to(Stage.SHIPPED)
                            .otherwise()
                            .to(Stage.CREATED))
                    .state(Stage.SHIPPED, s -> s.on(Move.PAY).to(Stage.CREATED))
                    .build());

    @Test
    void a_flat_step_allocates_nothing() {
        Door door = new Door();
        Instance<Stage> start = machine.start(door).instance();
        drive(start, door);

        long before = allocatedBytes();
        drive(start, door);
        long allocated = allocatedBytes() - before;

        assertThat(door.count).isEqualTo(4 * ROUNDS);
        // Far less than one byte a step, which no object fits in, and more than the measuring itself costs.
        assertThat(allocated).as("bytes of %s steps", 4 * ROUNDS).isLessThan(ROUNDS / 25);
    }

    /** In each round two accepted steps, one refused by its guard, and one without a candidate. */
    private void drive(Instance<Stage> start, Door door) {
        Instance<Stage> instance = start;
        for (int round = 0; round < ROUNDS; round++) {
            door.locked = true;
            instance = machine.fire(instance, Move.PAY, door).instance();
            door.locked = false;
            instance = machine.fire(instance, Move.PAY, door).instance();
            instance = machine.fire(instance, Move.SHIP, door).instance();
            instance = machine.fire(instance, Move.PAY, door).instance();
        }
        assertThat(instance).isSameAs(start);
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
