package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.jdbc.Commits.NOON;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
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
                SqliteDatabase.open(directory.resolve("orders.db"), SqliteDialect.schema(), SqliteDatabase.PATIENCE)) {
            return database.read("planning", null, session -> plan(session, sql, find));
        }
    }

    private String plan(FindSql find) {
        return plan(find.pageText(), find);
    }

    /** Columns that are looked at among the orders that another criterion gives. */
    private static final Set<OrderColumn<?>> WITHOUT_INDEX = Set.of(OrderColumn.PROCESS_VERSION, OrderColumn.ENDED);

    private static <T> OrderCriteria asking(OrderColumn<T> column) {
        return switch (column.type()) {
            case TEXT -> OrderCriteria.ALL.where(column, Operator.IS, column.cast("x"));
            case FLAG -> OrderCriteria.ALL.where(column, Operator.IS, column.cast(true));
            case NUMBER -> OrderCriteria.ALL.where(column, Operator.IS, column.cast(1L));
            case INSTANT ->
                OrderCriteria.ALL
                        .where(column, Operator.FROM, column.cast(NOON))
                        .where(column, Operator.BEFORE, column.cast(NOON));
        };
    }

    @Test
    void each_criterion_has_its_index() {
        for (OrderColumn<?> column : OrderColumn.ALL) {
            for (OrderPage.Cursor after : new OrderPage.Cursor[] {null, new OrderPage.Cursor(NOON, "o-1")}) {
                String plan = plan(FindSql.page(Names.USUAL, asking(column), after, 10));
                assertThat(plan).as("%s", column).doesNotContain("TEMP B-TREE");
                if (!WITHOUT_INDEX.contains(column)) {
                    String name = column == OrderColumn.PLACED_AT ? "placed" : column.name();
                    assertThat(plan).contains("INDEX order_engine_orders_" + name);
                }
            }
        }
    }

    @Test
    void all_orders_are_listed_by_an_index() {
        assertThat(plan(FindSql.page(Names.USUAL, OrderCriteria.ALL, null, 10)))
                .contains("INDEX order_engine_orders_placed")
                .doesNotContain("TEMP B-TREE");
    }

    @Test
    void the_states_of_all_orders_are_counted_in_an_index_alone() {
        FindSql all = FindSql.count(Names.USUAL, OrderCriteria.ALL);
        assertThat(plan(all.countText(), all)).contains("USING COVERING INDEX order_engine_orders_state");
    }

    @Test
    void due_orders_are_found_in_their_queue() {
        FindSql none = FindSql.count(Names.USUAL, OrderCriteria.ALL);
        for (String sql : List.of(
                new CompareAndSetClaiming(Names.USUAL, true).select(), new LeaseSql(Names.USUAL).nextClaimable())) {
            assertThat(plan(sql, none))
                    .contains("INDEX order_engine_orders_claimable")
                    .doesNotContain("TEMP B-TREE");
        }
    }
}
