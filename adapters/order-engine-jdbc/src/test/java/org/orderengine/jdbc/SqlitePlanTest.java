package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.jdbc.Commits.NOON;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;

/** Every criterion, and the queue of due orders, is answered by an index: in order, without a scan and without sorting. */
class SqlitePlanTest {

    @TempDir
    Path directory;

    private static String plan(Session session, String sql, FindSql find) throws SQLException {
        try (PreparedStatement statement = session.prepare("EXPLAIN QUERY PLAN " + sql)) {
            return find.set(statement).query(results -> {
                StringBuilder plan = new StringBuilder();
                while (results.next()) {
                    plan.append(results.getString("detail")).append('\n');
                }
                return plan.toString();
            });
        }
    }

    private String plan(String sql, FindSql find) {
        try (SqliteDatabase database =
                SqliteDatabase.open(directory.resolve("orders.db"), SqliteSchema.SCHEMA, SqliteDatabase.PATIENCE)) {
            return database.read("planning", null, session -> plan(session, sql, find));
        }
    }

    private String plan(FindSql find) {
        return plan(find.pageText(), find);
    }

    @Test
    void each_criterion_has_its_index() {
        Map<String, OrderCriteria> byIndex = Map.of(
                "buyer", OrderCriteria.ALL.ofBuyer("x"),
                "business", OrderCriteria.ALL.ofBusiness("x"),
                "channel", OrderCriteria.ALL.ofChannel("x"),
                "merchant", OrderCriteria.ALL.ofMerchant("x"),
                "process", OrderCriteria.ALL.ofProcess("x"),
                "state", OrderCriteria.ALL.inState("x"),
                "parked", OrderCriteria.ALL.parked(true),
                "backordered", OrderCriteria.ALL.backordered(true),
                "placed", OrderCriteria.ALL.placed(NOON, NOON));
        byIndex.forEach((name, criteria) -> {
            for (OrderPage.Cursor after : new OrderPage.Cursor[] {null, new OrderPage.Cursor(NOON, "o-1")}) {
                assertThat(plan(FindSql.page(criteria, after, 10)))
                        .as(name)
                        .contains("INDEX order_engine_orders_" + name)
                        .doesNotContain("TEMP B-TREE");
            }
        });
    }

    @Test
    void all_orders_are_listed_by_an_index() {
        assertThat(plan(FindSql.page(OrderCriteria.ALL, null, 10)))
                .contains("INDEX order_engine_orders_placed")
                .doesNotContain("TEMP B-TREE");
    }

    @Test
    void the_states_of_all_orders_are_counted_in_an_index_alone() {
        FindSql all = FindSql.count(OrderCriteria.ALL);
        assertThat(plan(all.countText(), all)).contains("USING COVERING INDEX order_engine_orders_state");
    }

    @Test
    void due_orders_are_found_in_their_queue() {
        FindSql none = FindSql.count(OrderCriteria.ALL);
        for (String sql : List.of(
                LeaseSql.ANY_CLAIMABLE, LeaseSql.NEXT_CLAIMABLE, new LeaseSql(Dialect.SQLITE).selectClaimable())) {
            assertThat(plan(sql, none))
                    .contains("INDEX order_engine_orders_claimable")
                    .doesNotContain("TEMP B-TREE");
        }
    }
}
