package org.orderengine.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.testkit.coverage.Coverage;
import org.orderengine.testkit.coverage.CoverageItem.Kind;
import org.orderengine.testkit.coverage.CoverageReport;

/** Every process that ships keeps the rules of the flow, and most of it is exercised by that. */
class StandardProcessesTest {

    private static final int LIVES = 600;

    /** A process with many more transitions is exercised by more lives. */
    private static final Map<String, Integer> MORE_LIVES =
            Map.of("capture-on-shipment", 2400, "deposit-presale", 800, "kept-quote", 1500, "marketplace-part", 2000);

    /** What of a process has to be exercised, in percent. */
    private static final double ENOUGH = 85;

    @TestFactory
    Stream<DynamicTest> f1_to_f8_hold_in_every_standard_process() {
        return StandardProcesses.names().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> check(StandardProcesses.named(name).orElseThrow())));
    }

    private static void check(ProcessDefinition definition) {
        Coverage coverage = new Coverage();
        ProcessTrial trial = ProcessTrial.of(definition).withCoverage(coverage);
        trial.check(MORE_LIVES.getOrDefault(definition.name(), LIVES));
        CoverageReport report = coverage.of(definition);
        report.only(Kind.STATE, Kind.TIMER).requireAtLeast(100);
        report.requireAtLeast(ENOUGH);
        assertThat(trial.paths().unreachable()).isEmpty();
    }
}
