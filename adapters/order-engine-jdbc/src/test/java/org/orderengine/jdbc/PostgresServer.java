package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** One PostgreSQL server for all tests of a virtual machine, as durable as one in production, with a pool of connections. */
final class PostgresServer {

    private static final int CONNECTIONS = 12;

    private static final EmbeddedPostgres SERVER = start();
    private static final HikariDataSource POOL = pool(SERVER, CONNECTIONS);

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            // The library turns both off by itself, and a store that is only fast without them would go unnoticed.
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException ignored) {
            // The tests are over.
        }
    }

    static HikariDataSource pool(int connections) {
        return pool(SERVER, connections);
    }

    private static HikariDataSource pool(EmbeddedPostgres server, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.getPostgresDatabase());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        HikariDataSource pool = new HikariDataSource(config);
        requireDurable(pool);
        return pool;
    }

    private static void requireDurable(DataSource source) {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(ask(source, "SELECT current_setting('" + setting + "')"))
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    static DataSource source() {
        return POOL;
    }

    /** A data source without a pool: each connection is a new one. */
    static DataSource plainSource() {
        return SERVER.getPostgresDatabase();
    }

    static void run(String... statements) {
        try (Connection connection = POOL.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String ask(String sql) {
        return ask(POOL, sql);
    }

    private static String ask(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            assertThat(results.next()).as(sql).isTrue();
            return String.valueOf(results.getString(1));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
