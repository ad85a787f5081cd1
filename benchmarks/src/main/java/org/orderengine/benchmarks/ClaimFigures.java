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
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.OrderStore;

/**
 * How many orders a second some threads claim on PostgreSQL, 20 at a time, where all are due and none is claimed yet.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar org.orderengine.benchmarks.ClaimFigures 1 4 8</pre>
 */
public final class ClaimFigures {

    private static final int ORDERS = 20_000;
    private static final int AT_ONCE = 20;

    private ClaimFigures() {}

    /** Prints the figures for each number of threads that is given. */
    public static void main(String[] args) throws Exception {
        int[] threads = args.length == 0
                ? new int[] {1, 4, 8}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        try (Server server = Server.open()) {
            measure(server, 1);
            for (int count : threads) {
                System.out.printf(
                        Locale.ROOT, "PostgreSQL, %d threads: %8.0f claims/s%n", count, measure(server, count));
            }
        }
    }

    private static double measure(Server server, int threads) throws Exception {
        server.make("claims");
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (HikariDataSource pool = server.pool("claims", threads + 1);
                OrderStore store = JdbcOrderStore.postgresql(pool)) {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                ManyOrders.add(connection, 1, ORDERS, true);
                ManyOrders.settle(connection, true);
            }
            Instant now = Instant.EPOCH.plus(Duration.ofDays(1));
            long began = System.nanoTime();
            List<Future<Integer>> claimers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String owner = "node-" + thread;
                claimers.add(executor.submit(() -> claim(store, now, owner)));
            }
            int claimed = 0;
            for (Future<Integer> claimer : claimers) {
                claimed += claimer.get();
            }
            if (claimed != ORDERS) {
                throw new IllegalStateException(claimed + " claims of " + ORDERS + " orders");
            }
            return claimed * 1e9 / (System.nanoTime() - began);
        } finally {
            executor.shutdownNow();
        }
    }

    private static int claim(OrderStore store, Instant now, String owner) {
        int claimed = 0;
        int last;
        do {
            last = store.claimDue(now, Duration.ofHours(1), owner, AT_ONCE).size();
            claimed += last;
        } while (last > 0);
        return claimed;
    }
}
