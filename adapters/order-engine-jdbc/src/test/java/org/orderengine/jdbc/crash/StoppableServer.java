package org.orderengine.jdbc.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server, as durable as in production, that can be stopped and started again on the same data and port. */
final class StoppableServer implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;
    private final int port;
    private @Nullable HikariDataSource pool;

    StoppableServer(Path data) throws IOException {
        this.data = data;
        this.server = start(0);
        this.port = server.getPort();
    }

    private EmbeddedPostgres start(int samePort) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD);
        return (samePort == 0 ? builder : builder.setPort(samePort)).start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&socketTimeout=60";
    }

    /** Connections for the one that looks after the nodes. */
    HikariDataSource pool() {
        if (pool == null) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url());
            config.setMaximumPoolSize(8);
            config.setMinimumIdle(1);
            pool = new HikariDataSource(config);
        }
        return pool;
    }

    /** Ends all connections but its own, whatever runs on them. */
    void terminateConnections() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
        }
    }

    /** Stops the server for a time, and starts it again. */
    void stopFor(long millis) throws IOException, InterruptedException {
        server.close();
        Thread.sleep(millis);
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        if (pool != null) {
            pool.close();
        }
        server.close();
    }
}
