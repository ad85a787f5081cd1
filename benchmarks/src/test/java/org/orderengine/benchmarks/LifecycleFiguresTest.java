package org.orderengine.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.json.OrderDocument;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Order;

class LifecycleFiguresTest {

    /** All that is the same in every run. */
    private static final List<String> ROWS = List.of(
            """
            SELECT order_id, revision, lease_epoch, lease_until, due IS NULL, claimable IS NULL, process, state, ended,
                parked, backordered, business, channel, merchant
            FROM order_engine_orders ORDER BY order_id""",
            "SELECT order_id, revision, command_id FROM order_engine_history ORDER BY order_id, revision");

    private static final List<String> SIZES = List.of(
            "SELECT length(document) FROM order_engine_orders ORDER BY order_id",
            "SELECT length(events) FROM order_engine_history ORDER BY order_id, revision");

    @TempDir
    Path directory;

    @Test
    void a_lifecycle_leads_from_placing_to_confirmation() {
        MemoryOrderStore store = new MemoryOrderStore();
        try (Lifecycle lifecycle = new Lifecycle(store)) {
            lifecycle.run(7);
        }
        Order order = OrderDocument.read(
                store.load(Lifecycle.orderId(7)).orElseThrow().document());
        assertThat(order.position().states()).containsExactly("confirmed");
        assertThat(order.books().lines())
                .hasSize(3)
                .allMatch(line -> line.units().delivered() > 0);
        assertThat(order.totals().outstanding().isZero()).isTrue();
        assertThat(order.flow().effects()).isEmpty();
    }

    @Test
    void the_floor_writes_the_rows_and_bytes_that_the_engine_writes() throws SQLException {
        new LifecycleFigures(1, Duration.ofNanos(4)).onSqlite(directory);
        List<String> engine = rows("engine.db", ROWS);
        assertThat(rows("floor.db", ROWS)).isEqualTo(engine);
        assertThat(engine).hasSize(20 + 20 * RecordingStore.ofOneLifecycle().size());
        List<Long> engineBytes = sizes("engine.db");
        List<Long> floorBytes = sizes("floor.db");
        for (int i = 0; i < engineBytes.size(); i++) {
            // Instants within the documents are a few digits longer or shorter.
            assertThat(floorBytes.get(i)).isCloseTo(engineBytes.get(i), within(100L));
        }
    }

    @Test
    void there_is_a_figure_in_memory() {
        assertThat(new LifecycleFigures(1, Duration.ofNanos(4)).inMemory().perSecond())
                .isPositive();
    }

    private List<Long> sizes(String file) throws SQLException {
        return rows(file, SIZES).stream().map(row -> Long.valueOf(row.strip())).toList();
    }

    private List<String> rows(String file, List<String> queries) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file));
                Statement statement = connection.createStatement()) {
            for (String sql : queries) {
                try (ResultSet results = statement.executeQuery(sql)) {
                    while (results.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                            row.append(results.getString(i)).append(' ');
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }
}
