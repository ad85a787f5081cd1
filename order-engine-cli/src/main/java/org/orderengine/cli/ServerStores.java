package org.orderengine.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.jdbc.JdbcOptions;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/**
 * Stores in a server's database, by one small pool of connections.
 *
 * <p>Scenarios get tables of their own there, {@code scenario_…}, so that they never touch those of a shop. Where these hold orders,
 * further ones are made, {@code scenario_2_…}.
 */
final class ServerStores implements Stores {

    /** What {@code concurrently} and the workers of one engine use at once. */
    private static final int CONNECTIONS = 6;

    private static final long PATIENCE_MILLIS = 10_000;
    private static final String SCENARIOS = "scenario_";
    private static final String ORDERS = "orders";

    private final HikariDataSource pool;
    private final boolean isPostgres;
    private final @Nullable JdbcOptions tables;

    private ServerStores(HikariDataSource pool, boolean isPostgres, @Nullable JdbcOptions tables) {
        this.pool = pool;
        this.isPostgres = isPostgres;
        this.tables = tables;
    }

    /**
     * Connects to a server.
     *
     * @param drivers the jars in which its driver may be
     * @param tables the beginning of the tables' names, and before it the schema and a dot; null for the usual one
     * @throws StoreUnavailableException if it cannot be reached, or there is no driver for it
     */
    static ServerStores connect(String url, List<Path> drivers, @Nullable String tables) {
        JdbcOptions options = tables == null ? null : options(tables);
        DriverSource source = DriverSource.of(url, drivers);
        source.requireReachable();
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new ServerStores(new HikariDataSource(config), url.startsWith("jdbc:postgresql:"), options);
    }

    private static JdbcOptions options(String tables) {
        int dot = tables.indexOf('.');
        try {
            JdbcOptions named = JdbcOptions.DEFAULT.prefix(tables.substring(dot + 1));
            return dot < 0 ? named : named.schema(tables.substring(0, dot));
        } catch (IllegalArgumentException unusable) {
            throw new StoreUnavailableException("--tables " + tables + ": " + unusable.getMessage(), null);
        }
    }

    private OrderStore open(JdbcOptions options) {
        return isPostgres ? JdbcOrderStore.postgresql(pool, options) : JdbcOrderStore.mysql(pool, options);
    }

    @Override
    public Supplier<OrderStore> empty(PrintWriter notes) {
        JdbcOptions wanted = tables == null ? JdbcOptions.DEFAULT.prefix(SCENARIOS) : tables;
        int last = newest(wanted);
        JdbcOptions chosen = numbered(wanted, Math.max(last, 1));
        if (last > 0 && holdsOrders(chosen)) {
            chosen = numbered(wanted, last + 1);
        }
        if (!chosen.equals(wanted)) {
            notes.println("the tables " + wanted.prefix() + ORDERS + " hold orders already; these are kept in "
                    + chosen.prefix() + ORDERS);
        }
        JdbcOptions empty = chosen;
        return () -> open(empty);
    }

    private boolean holdsOrders(JdbcOptions options) {
        try (OrderStore store = open(options)) {
            return !store.find(OrderCriteria.ALL, null, 1).orders().isEmpty();
        }
    }

    /** {@code scenario_2_} for {@code scenario_}. */
    private static JdbcOptions numbered(JdbcOptions options, int number) {
        return number == 1 ? options : options.prefix(options.prefix() + number + "_");
    }

    /** The highest number of tables that are there already; 0 where there are none. */
    private int newest(JdbcOptions wanted) {
        Pattern name =
                Pattern.compile(Pattern.quote(wanted.prefix().toLowerCase(Locale.ROOT)) + "(?:(\\d{1,6})_)?" + ORDERS);
        int newest = 0;
        try (Connection connection = pool.getConnection()) {
            String schema = wanted.schema() == null ? connection.getSchema() : wanted.schema();
            try (ResultSet found = connection
                    .getMetaData()
                    .getTables(
                            isPostgres ? connection.getCatalog() : schema,
                            isPostgres ? schema : null,
                            "%" + ORDERS,
                            new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    Matcher matcher = name.matcher(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                    if (matcher.matches()) {
                        String number = matcher.group(1);
                        newest = Math.max(newest, number == null ? 1 : Integer.parseInt(number));
                    }
                }
            }
        } catch (SQLException failure) {
            throw DriverSource.unavailable("the tables of the database cannot be listed", failure);
        }
        return newest;
    }

    /** The tables of a shop, which are neither made nor changed here. */
    @Override
    public OrderStore existing() {
        return open((tables == null ? JdbcOptions.DEFAULT : tables).tables(JdbcOptions.Tables.CHECKED));
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return (isPostgres ? "PostgreSQL, tables " : "MariaDB, tables ")
                + (tables == null ? JdbcOptions.DEFAULT : tables).prefix() + "…";
    }
}
