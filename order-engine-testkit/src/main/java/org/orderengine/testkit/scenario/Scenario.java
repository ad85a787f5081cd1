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
import java.util.function.Supplier;
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
 * <p>The format is described in {@code docs/testing.md}. A file that cannot be understood is a {@link ScenarioFormatException},
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
    private final List<Step> steps;

    Scenario(String file, String title, Currency currency, Instant start, Shop shop, List<Step> steps) {
        this.file = file;
        this.title = title;
        this.currency = currency;
        this.start = start;
        this.shop = shop;
        this.steps = List.copyOf(steps);
    }

    /**
     * The scenario that a file holds.
     *
     * @throws ScenarioFormatException if it cannot be understood; it says everything that is wrong, with line and column
     * @throws IOException if the file cannot be read
     */
    public static Scenario read(Path file) throws IOException {
        String name = file.toString();
        byte[] bytes = Files.readAllBytes(file);
        try {
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new ScenarioFormatException(
                    List.of(new ScenarioFinding(name, 1, 1, "the file is not text in UTF-8")));
        }
    }

    /**
     * The scenario that a text holds.
     *
     * @param file what findings and differences call it
     * @throws ScenarioFormatException if it cannot be understood
     */
    public static Scenario parse(String file, String text) {
        return ScenarioReader.read(file, text);
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
        return new Scenario(file, title, currency, start, shop, more);
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

    List<Step> steps() {
        return steps;
    }
}
