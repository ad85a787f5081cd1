package org.orderengine.testkit.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.coverage.Coverage;

/**
 * A scenario: the story of one or more orders, read from a JSON file.
 *
 * <p>A run of it:
 *
 * <ol>
 *   <li>sets up a shop: its products, stock, offers, members, and the answers of its services;
 *   <li>takes the steps one after another, in virtual time, on the real engine;
 *   <li>compares the output of each step with what the scenario expects.
 * </ol>
 *
 * <pre>{@code
 * ScenarioResult result = Scenario.read(Path.of("scenarios/01-first-order.json")).run();
 * assertThat(result.differences()).isEmpty();
 * }</pre>
 *
 * <p>The format is described in {@code docs/scenarios.md}. A file that cannot be understood is a {@link ScenarioFormatException},
 * with everything that is wrong.
 *
 * <p>Immutable, so safe for any number of threads. It may be run any number of times, each time in a shop of its own.
 */
public final class Scenario {

    private final String file;
    private final String title;
    private final Currency currency;
    private final Instant start;
    private final Shop shop;
    private final Consumer<OrderEngineBuilder> wiring;
    private final List<Step> steps;

    Scenario(
            String file,
            String title,
            Currency currency,
            Instant start,
            Shop shop,
            Consumer<OrderEngineBuilder> wiring,
            List<Step> steps) {
        this.file = file;
        this.title = title;
        this.currency = currency;
        this.start = start;
        this.shop = shop;
        this.wiring = wiring;
        this.steps = List.copyOf(steps);
    }

    /**
     * The scenario that a file holds.
     *
     * @throws ScenarioFormatException if it cannot be understood; it says everything that is wrong, with line and column
     * @throws IOException if the file cannot be read
     */
    public static Scenario read(Path file) throws IOException {
        return read(file, engine -> {});
    }

    /**
     * The scenario that a file holds, for a host whose own guards, effects, rules and services are there.
     *
     * @param wiring adds them to the engine, after everything that the scenario itself says: what it sets counts. It is called when the
     *     file is read, since its processes may name what it adds, and for every engine of a run, which are several with restarts: what
     *     is to outlive an engine is made outside of it
     * @throws ScenarioFormatException if it cannot be understood; it says everything that is wrong, with line and column
     * @throws IOException if the file cannot be read
     */
    public static Scenario read(Path file, Consumer<OrderEngineBuilder> wiring) throws IOException {
        String name = file.toString();
        byte[] bytes = Files.readAllBytes(file);
        try {
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    wiring);
        } catch (CharacterCodingException notUtf8) {
            throw new ScenarioFormatException(
                    List.of(new ScenarioFinding(name, 1, 1, "the file is not text in UTF-8")));
        }
    }

    /**
     * The scenario that a text holds.
     *
     * @param file what findings and differences call it; the files of processes that it names lie relative to it
     * @throws ScenarioFormatException if it cannot be understood
     */
    public static Scenario parse(String file, String text) {
        return parse(file, text, engine -> {});
    }

    /** The scenario that a text holds, for a host whose own guards, effects, rules and services are there, as for {@link #read(Path, Consumer)}. */
    public static Scenario parse(String file, String text, Consumer<OrderEngineBuilder> wiring) {
        return ScenarioReader.read(file, text, wiring);
    }

    /** The file it was read from. */
    public String file() {
        return file;
    }

    /** Its title. */
    public String title() {
        return title;
    }

    /** How many steps it has. */
    public int size() {
        return steps.size();
    }

    /**
     * This scenario with the engine dropped, and a new one opened on the same store, behind one of its steps.
     *
     * @param step the step's number, from 1
     */
    public Scenario withRestartAfter(int step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step, new Step(null, null, new Step.Restart(), null));
        return new Scenario(file, title, currency, start, shop, wiring, more);
    }

    /** This scenario with the engine dropped, and a new one opened on the same store, behind each of its steps. */
    public Scenario withRestarts() {
        List<Step> more = new ArrayList<>();
        for (Step step : steps) {
            more.add(step);
            more.add(new Step(null, null, new Step.Restart(), null));
        }
        return new Scenario(file, title, currency, start, shop, wiring, more);
    }

    /** Runs it on a new store in memory. */
    public ScenarioResult run() {
        MemoryOrderStore store = new MemoryOrderStore();
        return run(() -> store);
    }

    /**
     * Runs it.
     *
     * @param stores opens the store, which must hold no orders at first: called once at the start and once for every restart,
     *     each time for the same orders. The stores are closed at the end
     */
    public ScenarioResult run(Supplier<OrderStore> stores) {
        return run(stores, new Coverage());
    }

    /**
     * Runs it, and counts what of its processes it exercises.
     *
     * @param stores as for {@link #run(Supplier)}
     * @param coverage what counts it
     */
    public ScenarioResult run(Supplier<OrderStore> stores, Coverage coverage) {
        return new ScenarioRun(this, stores, coverage).run();
    }

    Currency currency() {
        return currency;
    }

    Instant start() {
        return start;
    }

    Shop shop() {
        return shop;
    }

    Consumer<OrderEngineBuilder> wiring() {
        return wiring;
    }

    List<Step> steps() {
        return steps;
    }
}
