package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.jdbc.Commits.commit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.OrderStore;

/** Orders that were written before there was a feed come into it when their store is opened: each commit, without columns. */
class FeedUpgradeTest {

    private static final String ORDER =
            "INSERT INTO order_engine_orders (order_id, revision, lease_epoch, placed_at, process,"
                    + " process_version, state, ended, parked, backordered, updated_at, document) VALUES ('%s', %d, 0, 5, 'p', 1,"
                    + " 'created', 0, 0, 0, 5, %s)";

    private static final String ROW = "INSERT INTO order_engine_history (order_id, revision, command_id, fingerprint,"
            + " decided_at, events) VALUES ('%s', %d, '%s', 7, %d, %s)";

    private static void assertFollowed(OrderStore store) {
        FeedStore feed = store.feed().orElseThrow();
        assertThat(store.commit(commit("old-2", 3))).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.commit(commit("old-1", 2))).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.commit(commit("old-1", 2))).isEqualTo(CommitResult.DUPLICATE);
        while (feed.gather() > 0) {
            // There may be more.
        }
        List<FeedRow> rows = feed.read(null, null, 10).rows();
        assertThat(rows.stream()
                        .filter(row -> row.orderId().equals("old-2"))
                        .map(row -> row.row().revision() + " " + (row.columns() != null)))
                .containsExactly("1 false", "2 false", "3 true");
        assertThat(rows.stream()
                        .filter(row -> row.orderId().equals("old-1"))
                        .map(row -> row.row().revision() + " " + (row.columns() != null)))
                .containsExactly("1 false", "2 true");
        assertThat(store.history("old-2", 1, 10)).hasSize(3);
        assertThat(store.findCommand("old-2", "c-2")).isPresent();
    }

    /** The second commit was decided by a node whose clock is behind. */
    private static List<String> rows(String bytes) {
        return List.of(
                ORDER.formatted("old-2", 2, bytes),
                ORDER.formatted("old-1", 1, bytes),
                ROW.formatted("old-2", 1, "c-1", 9, bytes),
                ROW.formatted("old-1", 1, "c-1", 8, bytes),
                ROW.formatted("old-2", 2, "c-2", 6, bytes));
    }

    @Test
    void in_a_file(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("orders.db");
        Schema before = new Schema(
                SqliteDialect.schema().table(),
                SqliteDialect.schema().versions().subList(0, 2));
        SqliteDatabase.open(file, before, SqliteDatabase.PATIENCE).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : rows("x'00'")) {
                statement.execute(sql);
            }
        }
        try (OrderStore store = JdbcOrderStore.sqlite(file)) {
            assertFollowed(store);
            assertThat(store.feed().orElseThrow().read(null, null, 10).rows())
                    .extracting(FeedRow::orderId)
                    .containsExactly("old-2", "old-1", "old-2", "old-2", "old-1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void in_postgresql_and_in_a_portable_store(boolean isPortable) {
        String schema = "feed_upgrade";
        PostgresServer.run("DROP SCHEMA IF EXISTS " + schema + " CASCADE", "CREATE SCHEMA " + schema);
        JdbcOptions options = JdbcOptions.DEFAULT.schema(schema);
        Dialect dialect = isPortable ? PortableDialect.INSTANCE : PostgresDialect.INSTANCE;
        dialect.schema(options.names(), "").versions().get(0).forEach(PostgresServer::run);
        rows("'x'").forEach(sql -> PostgresServer.run(options.names().in(sql)));
        try (OrderStore store = isPortable
                ? JdbcOrderStore.portable(PostgresServer.source(), options)
                : JdbcOrderStore.postgresql(PostgresServer.source(), options)) {
            assertFollowed(store);
        }
        PostgresServer.run("DROP SCHEMA " + schema + " CASCADE");
    }
}
