package org.orderengine.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.OrderStore;

/**
 * Whole lives of orders per second on PostgreSQL by some threads, together with the floor that is written by hand. Engine and floor take
 * turns, each with a sequencer that gathers its feed, so that both see the same machine.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar org.orderengine.benchmarks.ServerFigures 1 4 8</pre>
 */
public final class ServerFigures {

    private static final int WARM_UP = 20_000;
    private static final int ROUNDS = 4;
    private static final long BEAT_MILLIS = 100;

    private final Server server;
    private final Duration turn;
    private final List<Commit> lifecycle;
    private final AtomicLong number = new AtomicLong();

    ServerFigures(Server server, Duration turn) {
        this.server = server;
        this.turn = turn;
        this.lifecycle = RecordingStore.ofOneLifecycle();
    }

    /** Lives per second, and the bytes that the engine's orders take in tables and indexes, each. */
    record Pair(int threads, double engine, double floor, long bytes) {}

    /** One life of an order. */
    private interface Life {
        void run(long number) throws Exception;
    }

    /** What a thread does. */
    private interface Living extends AutoCloseable {
        Life life() throws Exception;

        @Override
        void close();
    }

    /** Prints the figures for each number of threads that is given; the system property {@code seconds} says how long a turn lasts. */
    public static void main(String[] args) throws Exception {
        int[] threads = args.length == 0
                ? new int[] {1, 4, 8}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        warmUp();
        try (Server server = Server.open()) {
            ServerFigures figures = new ServerFigures(server, Duration.ofSeconds(Integer.getInteger("seconds", 10)));
            for (int count : threads) {
                Pair pair = figures.measure(count);
                System.out.printf(
                        Locale.ROOT,
                        "PostgreSQL, %d threads: %8.1f lifecycles/s, by hand %8.1f, ratio %.2f; %.0f commits/s, %d bytes an"
                                + " order%n",
                        pair.threads(),
                        pair.engine(),
                        pair.floor(),
                        pair.engine() / pair.floor(),
                        pair.engine() * figures.lifecycle.size(),
                        pair.bytes());
            }
        }
    }

    private static void warmUp() {
        try (Lifecycle lifecycle = new Lifecycle(new RecordingStore(0))) {
            for (int order = 0; order < WARM_UP; order++) {
                lifecycle.run(order);
            }
        }
    }

    Pair measure(int threads) throws Exception {
        server.make("engine");
        server.make("floor");
        try (HikariDataSource ofEngine = server.pool("engine", threads + 1);
                HikariDataSource ofFloor = server.pool("floor", threads + 1);
                OrderStore engineStore = JdbcOrderStore.postgresql(ofEngine);
                OrderStore floorStore = JdbcOrderStore.postgresql(ofFloor);
                Lifecycle engine = new Lifecycle(engineStore)) {
            double[] done = new double[2];
            double[] seconds = new double[2];
            long ofAll = 0;
            for (int round = 0; round <= ROUNDS; round++) {
                for (int which = 0; which < 2; which++) {
                    OrderStore store = which == 0 ? engineStore : floorStore;
                    long began = System.nanoTime();
                    long lives = turn(
                            threads, store, which == 0 ? () -> engine(engine) : () -> new Floor(ofFloor, lifecycle));
                    ofAll += which == 0 ? lives : 0;
                    if (round > 0) {
                        done[which] += lives;
                        seconds[which] += (System.nanoTime() - began) / 1e9;
                    }
                }
            }
            return new Pair(threads, done[0] / seconds[0], done[1] / seconds[1], server.bytes("engine") / ofAll);
        }
    }

    private static Living engine(Lifecycle engine) {
        return new Living() {
            @Override
            public Life life() {
                return engine::run;
            }

            @Override
            public void close() {}
        };
    }

    /** A thread of the floor, with a connection of its own. */
    private static final class Floor implements Living {

        private final Connection connection;
        private final PostgresFloor floor;

        Floor(HikariDataSource pool, List<Commit> lifecycle) throws Exception {
            connection = pool.getConnection();
            floor = new PostgresFloor(connection, lifecycle);
        }

        @Override
        public Life life() {
            return number -> floor.run(number, Instant.now());
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (java.sql.SQLException ignored) {
                // The pool finds out by itself.
            }
        }
    }

    private interface Start {
        Living living() throws Exception;
    }

    /** How many lives the threads ran in a turn. */
    private long turn(int threads, OrderStore store, Start start) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads + 1);
        AtomicBoolean over = new AtomicBoolean();
        try {
            Future<?> sequencer = executor.submit(() -> gather(store, over));
            long end = System.nanoTime() + turn.toNanos();
            List<Future<Long>> workers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                workers.add(executor.submit(() -> {
                    long done = 0;
                    try (Living living = start.living()) {
                        Life life = living.life();
                        for (; System.nanoTime() < end; done++) {
                            life.run(number.getAndIncrement());
                        }
                    }
                    return done;
                }));
            }
            long done = 0;
            for (Future<Long> worker : workers) {
                done += worker.get();
            }
            over.set(true);
            sequencer.get();
            return done;
        } finally {
            executor.shutdownNow();
        }
    }

    /** Gathers until it is over, and says how many commits. */
    private static long gather(OrderStore store, AtomicBoolean over) throws InterruptedException {
        FeedStore feed = store.feed().orElseThrow();
        long gathered = 0;
        while (!over.get()) {
            int last = feed.gather();
            gathered += last;
            if (last == 0) {
                Thread.sleep(BEAT_MILLIS);
            }
        }
        return gathered;
    }
}
