package org.orderengine.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderTerm;

/**
 * How long the promised lists and counts take, at 10,000 and at 1,000,000 orders: the median of 200 calls each, on PostgreSQL and on
 * SQLite.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar org.orderengine.benchmarks.QueryFigures 10000 1000000</pre>
 */
public final class QueryFigures {

    private static final int CALLS = 200;
    private static final int WARM_UP = 100;
    private static final int PAGE = 20;
    private static final int MOST = 1001;

    /** Opens a connection to the tables of a store. */
    private interface Connecting {
        Connection open() throws SQLException;
    }

    private QueryFigures() {}

    /** Prints the figures for each number of orders, in ascending order; the SQLite file lies in the directory that {@code dir} names. */
    public static void main(String[] args) throws Exception {
        long[] sizes = args.length == 0
                ? new long[] {10_000, 1_000_000}
                : Arrays.stream(args).mapToLong(Long::parseLong).toArray();
        try (Server server = Server.open()) {
            server.make("queries");
            try (HikariDataSource pool = server.pool("queries", 4);
                    OrderStore store = JdbcOrderStore.postgresql(pool)) {
                measure("PostgreSQL", store, pool::getConnection, true, sizes);
            }
        }
        Path file = Files.createTempDirectory(Path.of(System.getProperty("dir", ".")), "query-figures")
                .resolve("orders.db");
        try (OrderStore store = JdbcOrderStore.sqlite(file)) {
            measure("SQLite", store, () -> DriverManager.getConnection("jdbc:sqlite:" + file), false, sizes);
        } finally {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
            Files.deleteIfExists(file.getParent());
        }
    }

    private static void measure(
            String database, OrderStore store, Connecting connecting, boolean isPostgres, long[] sizes)
            throws SQLException {
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        Map<String, List<Double>> counts = new LinkedHashMap<>();
        long filled = 0;
        for (long size : sizes) {
            try (Connection connection = connecting.open()) {
                connection.setAutoCommit(false);
                ManyOrders.add(connection, filled + 1, size, false);
                ManyOrders.settle(connection, isPostgres);
            }
            filled = size;
            promised().forEach((name, criteria) -> {
                lists.computeIfAbsent(name, any -> new ArrayList<>())
                        .add(median(() -> store.find(criteria, null, PAGE)));
                if (criteria.sort().by() == OrderSort.By.PLACED) {
                    counts.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(median(() -> store.count(criteria, MOST)));
                }
            });
        }
        System.out.println(database + ", ms at " + Arrays.toString(sizes) + " orders");
        lists.forEach((name, times) -> print("list  " + name, times));
        counts.forEach((name, times) -> print("count " + name, times));
    }

    private static void print(String name, List<Double> times) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-28s", name));
        times.forEach(time -> line.append(String.format(Locale.ROOT, "%10.3f", time)));
        System.out.println(
                line.append(String.format(Locale.ROOT, "   x %.1f", times.get(times.size() - 1) / times.get(0))));
    }

    private static double median(Runnable call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.run();
        }
        double[] millis = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long began = System.nanoTime();
            call.run();
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis[CALLS / 2];
    }

    private static Map<String, OrderCriteria> promised() {
        OrderCriteria all = OrderCriteria.ALL;
        Map<String, OrderCriteria> promised = new LinkedHashMap<>();
        promised.put("all", all);
        promised.put("buyer", all.where(OrderColumn.BUYER, Operator.IS, "buyer-7"));
        promised.put("merchant of half", all.where(OrderColumn.MERCHANT, Operator.IS, "half"));
        promised.put("merchant", all.where(OrderColumn.MERCHANT, Operator.IS, "m-1"));
        promised.put("channel", all.where(OrderColumn.CHANNEL, Operator.IS, "c-1"));
        promised.put("business", all.where(OrderColumn.BUSINESS, Operator.IS, "b-1"));
        promised.put("phase", all.where(OrderColumn.PHASE, Operator.IS, "to-ship"));
        promised.put("state", all.where(OrderColumn.STATE, Operator.IS, "paid"));
        promised.put("process", all.where(OrderColumn.PROCESS, Operator.IS, "virtual-goods"));
        promised.put("tenant", all.where(OrderColumn.TENANT, Operator.IS, "t-1"));
        promised.put("source", all.where(OrderColumn.SOURCE, Operator.IS, "shopify"));
        promised.put("parked", all.where(OrderColumn.PARKED, Operator.IS, true));
        promised.put("sku", all.where(OrderTerm.SKU, Operator.IS, "sku-7"));
        promised.put("tracking", all.where(OrderTerm.TRACKING, Operator.IS, "tr-777"));
        promised.put("updated", all.sorted(OrderSort.By.UPDATED, false));
        promised.put(
                "updated of tenant",
                all.where(OrderColumn.TENANT, Operator.IS, "t-1").sorted(OrderSort.By.UPDATED, false));
        return promised;
    }
}
