package org.orderengine.testkit.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.coverage.Coverage;

/**
 * A folder of scenarios as JUnit tests, one for each {@code .json} file in it.
 *
 * <pre>{@code
 * class OurScenarios extends ScenarioTests {
 *     protected Path folder() { return Path.of("src/test/scenarios"); }
 * }
 * }</pre>
 *
 * <p>They run on a store in memory unless {@link #newStore()} says otherwise. A folder without scenarios fails.
 */
public abstract class ScenarioTests {

    /** For classes that extend this one. */
    protected ScenarioTests() {}

    /** The folder with the scenarios. */
    protected abstract Path folder();

    /** Whether a file of the folder is to be run; by default every one is. */
    protected boolean isIncluded(Path file) {
        return true;
    }

    /**
     * Makes a new, empty store for one run, and returns what opens it: at the start and at every restart. By default one in
     * memory.
     */
    protected Supplier<OrderStore> newStore() {
        MemoryOrderStore store = new MemoryOrderStore();
        return () -> store;
    }

    /**
     * What adds the host's own guards, effects, rules and services to the engine of one run, as for {@link Scenario#read(Path,
     * Consumer)}; by default nothing.
     *
     * <pre>{@code
     * protected Consumer<OrderEngineBuilder> wiring() {
     *     Labels labels = new Labels();
     *     return engine -> engine.guard("no-wrapping", Wrapping::refusal).effect("label.print", labels::print);
     * }
     * }</pre>
     */
    protected Consumer<OrderEngineBuilder> wiring() {
        return engine -> {};
    }

    /** Whether every scenario is also run with a restart behind each of its steps in turn; by default not. */
    protected boolean withRestarts() {
        return false;
    }

    /**
     * What is run of a scenario; by default itself. Restarted behind every step at once, a folder costs little more than as it is:
     *
     * <pre>{@code
     * protected Scenario variant(Scenario scenario) { return scenario.withRestarts(); }
     * }</pre>
     */
    protected Scenario variant(Scenario scenario) {
        return scenario;
    }

    /** The counter of the parts of processes that the scenarios exercise; by default its counts are not used. */
    protected Coverage coverage() {
        return new Coverage();
    }

    /** One test for each file, and one for each restart. */
    @TestFactory
    Stream<DynamicNode> scenarios() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder())) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .filter(this::isIncluded)
                    .sorted()
                    .toList();
        }
        Assertions.assertFalse(files.isEmpty(), () -> "there are no scenarios in " + folder());
        return files.stream().flatMap(this::tests);
    }

    private Stream<DynamicNode> tests(Path file) {
        String name = String.valueOf(file.getFileName());
        Stream<DynamicNode> plain =
                Stream.of(DynamicTest.dynamicTest(name, file.toUri(), () -> check(variant(read(file)))));
        if (!withRestarts()) {
            return plain;
        }
        int steps;
        try {
            steps = read(file).size();
        } catch (IOException | ScenarioFormatException saidByThePlainTest) {
            return plain;
        }
        return Stream.concat(plain, IntStream.rangeClosed(1, steps).mapToObj(step -> restarted(file, name, step)));
    }

    private DynamicNode restarted(Path file, String name, int step) {
        return DynamicTest.dynamicTest(
                name + ", restarted after step " + step,
                file.toUri(),
                () -> check(read(file).withRestartAfter(step)));
    }

    private Scenario read(Path file) throws IOException {
        return Scenario.read(file, wiring());
    }

    private void check(Scenario scenario) {
        ScenarioResult result = scenario.run(newStore(), coverage());
        if (!result.passed()) {
            Assertions.fail(String.join("\n", result.differences()) + "\n" + result.json());
        }
    }
}
