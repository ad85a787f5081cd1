package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.jdbc.Commits.NOON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.spi.store.OrderAccess;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderTerm;

/** Every query that is promised, and the queue of due orders, is answered by an index: in order, without a scan and without sorting. */
class SqlitePlanTest {

    @TempDir
    Path directory;

    private List<String> plans(String explained, List<Query> queries, String select, String end) {
        List<String> plans = new ArrayList<>();
        try (SqliteDatabase database =
                SqliteDatabase.open(directory.resolve("orders.db"), SqliteDialect.schema(), SqliteDatabase.PATIENCE)) {
            for (Query query : queries) {
                String sql = explained.isEmpty() ? query.text(select, end) : explained;
                plans.add(database.read("planning", null, session -> {
                    try (var statement = session.prepare("EXPLAIN QUERY PLAN " + sql)) {
                        return query.set(statement).query(results -> {
                            StringBuilder plan = new StringBuilder();
                            while (results.next()) {
                                plan.append(results.getString("detail")).append('\n');
                            }
                            return plan.toString();
                        });
                    }
                }));
            }
        }
        return plans;
    }

    /** The plans of the first and of a later page. */
    private List<String> pages(OrderCriteria criteria) {
        OrderAccess way = OrderAccess.ways(criteria).get(0);
        assertThat(way.isInOrder()).as("%s", criteria).isTrue();
        assertThat(way.others()).as("%s", criteria).isEmpty();
        OrderSort sort = criteria.sort();
        List<Query> queries = new ArrayList<>();
        for (Query branch : Branches.of(Names.USUAL, way, sort)) {
            branch.andAll(OrderAccess.range(criteria));
            queries.add(branch.copy());
            queries.add(branch.behind(new OrderPlace(7, "o-1"), sort.isAscending()));
        }
        List<String> plans = new ArrayList<>();
        for (Query query : queries) {
            plans.addAll(plans(
                    "", List.of(query), "o.document, " + query.key(), query.sorted(sort.isAscending()) + " LIMIT 9"));
        }
        return plans;
    }

    private void assertPromised(OrderCriteria criteria, String index) {
        for (boolean isAscending : new boolean[] {false, true}) {
            for (String plan : pages(criteria.sorted(criteria.sort().by(), isAscending))) {
                assertThat(plan)
                        .as("%s", criteria)
                        .contains(index)
                        .doesNotContain("TEMP B-TREE")
                        .doesNotContain("SCAN t");
            }
        }
    }

    private static OrderCriteria asking(OrderColumn<?> column) {
        return column.type() == OrderColumn.Type.FLAG ? is(column, true) : is(column, "x");
    }

    private static <T> OrderCriteria is(OrderColumn<T> column, Object value) {
        return OrderCriteria.ALL.where(column, Operator.IS, column.cast(value));
    }

    @Test
    void each_indexed_column_has_its_index() {
        for (OrderColumn<?> column : OrderColumn.ALL) {
            if (column.isIndexed() && column != OrderColumn.STATE) {
                assertPromised(asking(column), "INDEX order_engine_orders_" + column.name());
                assertPromised(
                        asking(column)
                                .where(OrderColumn.PLACED_AT, Operator.FROM, NOON)
                                .where(OrderColumn.PLACED_AT, Operator.BEFORE, NOON),
                        "INDEX order_engine_orders_" + column.name());
            }
        }
    }

    @Test
    void states_and_terms_are_found_by_an_index() {
        assertPromised(is(OrderColumn.STATE, "paid"), "INDEX order_engine_");
        assertPromised(OrderCriteria.ALL.where(OrderTerm.SKU, Operator.IS, "CUP"), "INDEX order_engine_terms_found");
    }

    @Test
    void all_orders_are_listed_by_an_index_by_age_and_by_change() {
        assertPromised(OrderCriteria.ALL, "INDEX order_engine_orders_placed");
        assertPromised(OrderCriteria.ALL.sorted(OrderSort.By.UPDATED, false), "INDEX order_engine_orders_updated");
        assertPromised(
                is(OrderColumn.TENANT, "t").sorted(OrderSort.By.UPDATED, false),
                "INDEX order_engine_orders_tenant_updated");
    }

    @Test
    void orders_are_counted_in_an_index_alone() {
        for (Query branch : Branches.of(
                Names.USUAL, OrderAccess.ways(is(OrderColumn.PHASE, "held")).get(0), OrderSort.NEWEST)) {
            assertThat(plans("", List.of(branch), "COUNT(*)", "").get(0))
                    .contains("USING COVERING INDEX order_engine_orders_phase");
        }
    }

    @Test
    void due_orders_are_found_in_their_queue() {
        Query none = new Query(Names.USUAL, "order_engine_orders o", "o.placed_at", "o.order_id");
        for (String sql : List.of(
                new CompareAndSetClaiming(Names.USUAL, true).select(), new LeaseSql(Names.USUAL).nextClaimable())) {
            assertThat(plans(sql, List.of(none), "", "").get(0))
                    .contains("INDEX order_engine_orders_claimable")
                    .doesNotContain("TEMP B-TREE");
        }
    }
}
