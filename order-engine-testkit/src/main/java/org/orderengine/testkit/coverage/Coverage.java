package org.orderengine.testkit.coverage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessObserver;

/**
 * Counts what of process definitions a test run exercises, over any number of engines, orders, tests and threads.
 *
 * <pre>{@code
 * static final Coverage COVERAGE = new Coverage();
 *
 * OrderEngine engine = OrderEngine.builder().observe(COVERAGE::observer)….build();   // in each test
 *
 * @AfterAll
 * static void all_of_it_is_exercised() {
 *     COVERAGE.of(tickets()).requireAtLeast(90);
 * }
 * }</pre>
 *
 * <p>A definition is known by what it says: two that are equal are counted together, two versions apart.
 */
public final class Coverage {

    private final Map<ProcessDefinition, Tally> tallies = new ConcurrentHashMap<>();

    /** Nothing counted yet. */
    public Coverage() {}

    /** Who counts for a definition: what {@link org.orderengine.engine.OrderEngineBuilder#observe} asks for. */
    public ProcessObserver observer(ProcessDefinition definition) {
        return tally(definition);
    }

    /** What was exercised of a definition so far; nothing, if no engine ran it. */
    public CoverageReport of(ProcessDefinition definition) {
        return new CoverageReport(definition, tally(definition).items());
    }

    /** What was exercised so far of every definition that an engine was built with, by name and version. */
    public List<CoverageReport> all() {
        return tallies.entrySet().stream()
                .map(entry ->
                        new CoverageReport(entry.getKey(), entry.getValue().items()))
                .sorted((one, other) -> one.title().compareTo(other.title()))
                .toList();
    }

    private Tally tally(ProcessDefinition definition) {
        return tallies.computeIfAbsent(definition, Tally::new);
    }
}
