package org.orderengine.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that is measured does the same work. */
class MachineBenchmarkTest {

    private final MachineBenchmark benchmark = new MachineBenchmark();

    @BeforeEach
    void share() {
        benchmark.share();
    }

    @Test
    void every_machine_delivers_the_order_in_three_moves_again_and_again() {
        for (int round = 0; round < 3; round++) {
            assertThat(benchmark.handWritten()).isEqualTo(Stage.DELIVERED);
            assertMoved();
            assertThat(benchmark.orderEngineFlat().activeStates()).isEqualTo(List.of(Stage.DELIVERED));
            assertMoved();
            assertThat(benchmark.orderEngineParallel().activeStates()).isEqualTo(List.of("complete"));
            assertMoved();
            assertThat(benchmark.stateless4j()).isEqualTo(Stage.DELIVERED);
            assertMoved();
            assertThat(benchmark.cola()).isEqualTo(Stage.DELIVERED);
            assertMoved();
            assertThat(benchmark.squirrel()).isEqualTo(Stage.DELIVERED);
            assertMoved();
            assertThat(benchmark.springStatemachine()).isEqualTo(Stage.DELIVERED);
            assertMoved();
        }
    }

    @Test
    void definitions_of_two_hundred_states_compile() {
        MachineCompileBenchmark compiling = new MachineCompileBenchmark();
        assertThat(compiling.flat200().definition().allStates()).hasSize(200);
        assertThat(compiling.nested200().definition().allStates()).hasSize(2 + 10 + 190);
    }

    private void assertMoved() {
        assertThat(benchmark.parcel().moves()).isEqualTo(3);
    }
}
