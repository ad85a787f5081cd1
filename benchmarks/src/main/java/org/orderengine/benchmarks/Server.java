package org.orderengine.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.jdbc.JdbcOptions;
import org.orderengine.jdbc.JdbcOrderStore;

/**
 * The PostgreSQL that figures are taken on: one that is running, where the system property {@code url} names it, or one that is started
 * for the purpose. It is refused unless it is as durable as in production.
 */
final class Server implements AutoCloseable {

    private final String url;
    private final @Nullable EmbeddedPostgres own;

    private Server(String url, @Nullable EmbeddedPostgres own) {
        this.url = url;
        this.own = own;
    }

    static Server open() throws IOException, SQLException {
        String given = System.getProperty("url");
        Server server = given == null ? start() : new Server(given, null);
        server.requireDurable();
        return server;
    }

    private static Server start() throws IOException {
        EmbeddedPostgres own = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start();
        return new Server(own.getJdbcUrl("postgres", "postgres"), own);
    }

    private void requireDurable() throws SQLException {
        try (HikariDataSource pool = pool(null, 1);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet found = statement.executeQuery("SELECT current_setting('" + setting + "')")) {
                    if (!found.next() || !found.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " is off: what is measured would not be durable");
                    }
                }
            }
        }
    }

    /** Connections whose tables lie in a schema. */
    HikariDataSource pool(@Nullable String schema, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setSchema(schema);
        return new HikariDataSource(config);
    }

    /** An empty schema with a store's tables. */
    void make(String schema) throws SQLException {
        try (HikariDataSource pool = pool(null, 2)) {
            run(pool, "DROP SCHEMA IF EXISTS " + schema + " CASCADE", "CREATE SCHEMA " + schema);
            JdbcOrderStore.postgresql(pool, JdbcOptions.DEFAULT.schema(schema)).close();
        }
    }

    /** The bytes of all tables and indexes in a schema. */
    long bytes(String schema) throws SQLException {
        try (HikariDataSource pool = pool(null, 1);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
                        + " WHERE relkind = 'r' AND relnamespace = '" + schema + "'::regnamespace")) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    static void run(HikariDataSource pool, String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
    }
}
