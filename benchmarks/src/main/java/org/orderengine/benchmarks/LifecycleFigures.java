package org.orderengine.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderStore;

/**
 * The figures of {@code docs/performance.md}: whole lives of orders per second, in memory on one thread, and on SQLite together
 * with the floor that is written by hand. The engine and the floor take turns every few orders, so that both see the same
 * disk, whatever else the machine is doing.
 *
 * <pre>taskset -c 0 java -XX:+UseSerialGC -cp benchmarks/target/benchmarks.jar org.orderengine.benchmarks.LifecycleFigures</pre>
 */
public final class LifecycleFigures {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int ROUNDS = 5;
    private static final int TURN = 10;

    private final int warmUp;
    private final Duration measured;

    LifecycleFigures(int warmUp, Duration measured) {
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /**
     * Lives per second in memory.
     *
     * @param perSecond by the clock on the wall
     * @param perCoreSecond by the time that a core was at work for it, garbage collection and compilation included: does not
     *     depend on what else the machine is doing
     */
    record Memory(double perSecond, double perCoreSecond) {}

    /** Lives per second of the engine and of the floor on SQLite. */
    record Pair(double engine, double floor) {
        double ratio() {
            return engine / floor;
        }
    }

    /**
     * Prints the figures.
     *
     * @param args the directory for the SQLite files; by default the working directory, since a directory for temporary
     *     files often lies in memory
     */
    public static void main(String[] args) throws IOException, SQLException {
        Path parent = Path.of(args.length > 0 ? args[0] : ".");
        LifecycleFigures figures = new LifecycleFigures(100_000, Duration.ofSeconds(20));
        Memory memory = figures.inMemory();
        System.out.printf(Locale.ROOT, "in memory      %8.0f lifecycles/s on one thread%n", memory.perSecond());
        System.out.printf(Locale.ROOT, "               %8.0f per second of a core%n", memory.perCoreSecond());
        Path directory = Files.createTempDirectory(parent, "lifecycle-figures");
        try {
            Pair pair = figures.onSqlite(directory);
            System.out.printf(Locale.ROOT, "SQLite         %8.1f lifecycles/s%n", pair.engine());
            System.out.printf(Locale.ROOT, "SQLite by hand %8.1f lifecycles/s%n", pair.floor());
            System.out.printf(Locale.ROOT, "ratio          %8.2f%n", pair.ratio());
        } finally {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    /** The median of several rounds, each on an empty store. */
    Memory inMemory() {
        warmUp(new MemoryOrderStore());
        List<Memory> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(inMemoryFor(measured.dividedBy(ROUNDS)));
        }
        rounds.sort(Comparator.comparingDouble(Memory::perCoreSecond));
        return rounds.get(ROUNDS / 2);
    }

    /** Runs as many orders as it takes for the code to be compiled, however slow the machine is at the moment. */
    private void warmUp(OrderStore store) {
        try (Lifecycle lifecycle = new Lifecycle(store)) {
            for (int number = 0; number < warmUp; number++) {
                lifecycle.run(number);
            }
        }
    }

    private static Memory inMemoryFor(Duration duration) {
        try (Lifecycle lifecycle = new Lifecycle(new MemoryOrderStore())) {
            long startCore = MACHINE.getProcessCpuTime();
            long start = System.nanoTime();
            long elapsed = 0;
            long done = 0;
            while (elapsed < duration.toNanos()) {
                lifecycle.run(done++);
                elapsed = System.nanoTime() - start;
            }
            long core = MACHINE.getProcessCpuTime() - startCore;
            return new Memory(done * 1e9 / elapsed, done * 1e9 / core);
        }
    }

    /** Engine and floor by turns. */
    Pair onSqlite(Path directory) throws SQLException {
        warmUp(new RecordingStore(0));
        List<Commit> recorded = RecordingStore.ofOneLifecycle();
        try (OrderStore store = JdbcOrderStore.sqlite(directory.resolve("engine.db"));
                Lifecycle engine = new Lifecycle(store);
                SqliteFloor floor = new SqliteFloor(directory.resolve("floor.db"), recorded)) {
            long number = turns(engine, floor, 0, measured.dividedBy(4)).number;
            Turns turns = turns(engine, floor, number, measured);
            return new Pair(turns.perSecond(turns.engineNanos), turns.perSecond(turns.floorNanos));
        }
    }

    private record Turns(long number, long done, long engineNanos, long floorNanos) {
        double perSecond(long nanos) {
            return done * 1e9 / nanos;
        }
    }

    private static Turns turns(Lifecycle engine, SqliteFloor floor, long from, Duration duration) throws SQLException {
        long engineNanos = 0;
        long floorNanos = 0;
        long number = from;
        while (engineNanos + floorNanos < duration.toNanos()) {
            long start = System.nanoTime();
            for (int i = 0; i < TURN; i++) {
                engine.run(number + i);
            }
            long turned = System.nanoTime();
            for (int i = 0; i < TURN; i++) {
                floor.run(number + i, Instant.now());
            }
            engineNanos += turned - start;
            floorNanos += System.nanoTime() - turned;
            number += TURN;
        }
        return new Turns(number, number - from, engineNanos, floorNanos);
    }
}
