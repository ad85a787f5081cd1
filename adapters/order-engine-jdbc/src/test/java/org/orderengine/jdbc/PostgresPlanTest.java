package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.OrderAccess;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.QueryRefusedException;

/**
 * The promised queries at 100,000 orders of ten merchants, one of which has half of them: each reads a few rows of an index. What is
 * not promised is answered within its budget, or refused (S6.8).
 */
@Tag("long")
class PostgresPlanTest {

    private static final String SCHEMA = "plans";
    private static final Names NAMES = Names.of(SCHEMA, Names.USUAL.prefix());
    private static final int ORDERS = 100_000;
    private static final double FEW = 500;

    private static final OrderStore STORE = open();

    private static OrderStore open() {
        PostgresServer.run("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE", "CREATE SCHEMA " + SCHEMA);
        return JdbcOrderStore.postgresql(PostgresServer.source(), JdbcOptions.DEFAULT.schema(SCHEMA));
    }

    @BeforeAll
    static void fill() {
        String orders = SCHEMA + ".order_engine_orders";
        PostgresServer.run(
                "INSERT INTO " + orders
                        + " (order_id, revision, lease_epoch, claimable, due, placed_at, process, process_version, state, ended,"
                        + " parked, backordered, buyer, business, channel, merchant, tenant, phase, payment_state, updated_at,"
                        + " currency, total, source, document)"
                        + " SELECT 'o-' || n, 1, 0, CASE WHEN n % 50 = 0 THEN n END, CASE WHEN n % 50 = 0 THEN n END, n * 1000000,"
                        + " CASE WHEN n % 3 = 0 THEN 'virtual-goods' ELSE 'physical-goods' END, 1,"
                        + " (ARRAY['created','paid','shipped','completed'])[1 + n % 4], n % 4 / 3, CASE WHEN n % 1000 = 0 THEN 1"
                        + " ELSE 0 END, CASE WHEN n % 900 = 0 THEN 1 ELSE 0 END, 'buyer-' || n % 5000, 'b-' || n % 2,"
                        + " 'c-' || n % 5, CASE WHEN n % 2 = 0 THEN 'half' ELSE 'm-' || n % 9 END, 't-' || n % 4,"
                        + " (ARRAY['to-pay','to-ship','to-receive','completed'])[1 + n % 4], 'paid', n * 1000000 + 5, 'EUR', n,"
                        + " CASE WHEN n % 10 = 0 THEN 'shopify' END, '\\x00' FROM generate_series(1::bigint, " + ORDERS
                        + ") AS n",
                "INSERT INTO " + SCHEMA
                        + ".order_engine_terms SELECT 'o-' || n, 'sku', 'sku-' || n % 200, n * 1000000 FROM"
                        + " generate_series(1::bigint, " + ORDERS + ") AS n",
                "INSERT INTO " + SCHEMA
                        + ".order_engine_terms SELECT 'o-' || n, 'tracking', 'tr-' || n, n * 1000000 FROM"
                        + " generate_series(1::bigint, " + ORDERS + ") AS n",
                "VACUUM ANALYZE " + orders,
                "VACUUM ANALYZE " + SCHEMA + ".order_engine_terms");
    }

    @AfterAll
    static void empty() {
        STORE.close();
        PostgresServer.run("DROP SCHEMA " + SCHEMA + " CASCADE");
    }

    private static String plan(Query query, String select, String end) {
        try (Connection connection = PostgresServer.source().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + query.text(select, end))) {
            return query.set(statement).query(PostgresPlanTest::lines);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String lines(ResultSet results) throws SQLException {
        StringBuilder lines = new StringBuilder();
        while (results.next()) {
            lines.append(results.getString(1)).append('\n');
        }
        return lines.toString();
    }

    private static List<OrderCriteria> promised() {
        List<OrderCriteria> promised = new ArrayList<>(List.of(
                OrderCriteria.ALL,
                OrderCriteria.ALL.sorted(OrderSort.By.UPDATED, false),
                OrderCriteria.ALL.where(OrderColumn.TENANT, Operator.IS, "t-1").sorted(OrderSort.By.UPDATED, false),
                OrderCriteria.ALL.where(OrderColumn.PARKED, Operator.IS, true),
                OrderCriteria.ALL.where(OrderTerm.SKU, Operator.IS, "sku-7"),
                OrderCriteria.ALL.where(OrderTerm.TRACKING, Operator.IS, "tr-777")));
        OrderCriteria all = OrderCriteria.ALL;
        promised.add(all.where(OrderColumn.BUYER, Operator.IS, "buyer-7"));
        promised.add(all.where(OrderColumn.MERCHANT, Operator.IS, "half"));
        promised.add(all.where(OrderColumn.MERCHANT, Operator.IS, "m-1"));
        promised.add(all.where(OrderColumn.CHANNEL, Operator.IS, "c-1"));
        promised.add(all.where(OrderColumn.BUSINESS, Operator.IS, "b-1"));
        promised.add(all.where(OrderColumn.PHASE, Operator.IS, "to-ship"));
        promised.add(all.where(OrderColumn.STATE, Operator.IS, "paid"));
        promised.add(all.where(OrderColumn.PROCESS, Operator.IS, "virtual-goods"));
        promised.add(all.where(OrderColumn.TENANT, Operator.IS, "t-1"));
        promised.add(all.where(OrderColumn.SOURCE, Operator.IS, "shopify"));
        return promised;
    }

    /** The most rows that a part of a plan gave: an order of few may be sorted, and nothing else. */
    private static double mostRows(String plan) {
        return Pattern.compile("actual rows=([0-9.]+)")
                .matcher(plan)
                .results()
                .mapToDouble(rows -> Double.parseDouble(rows.group(1)))
                .max()
                .orElseThrow();
    }

    @Test
    void promised_lists_read_a_few_rows_of_an_index_on_the_first_and_on_later_pages() {
        for (OrderCriteria criteria : promised()) {
            OrderAccess way = OrderAccess.ways(criteria).get(0);
            assertThat(way.isInOrder() && way.others().isEmpty())
                    .as("%s", criteria)
                    .isTrue();
            for (Query branch : Branches.of(NAMES, way, criteria.sort())) {
                Query later = branch.copy().behind(new OrderPlace(50_000_000_000L, "o-50000"), false);
                for (Query query : List.of(branch, later)) {
                    String plan =
                            plan(query, "o.order_id, o.document, " + query.key(), query.sorted(false) + " LIMIT 21");
                    assertThat(plan).as("%s", criteria).doesNotContain("Seq Scan");
                    assertThat(mostRows(plan)).as("%s: %s", criteria, plan).isLessThanOrEqualTo(FEW);
                }
            }
        }
    }

    @Test
    void promised_lists_and_counts_are_answered() {
        for (OrderCriteria criteria : promised()) {
            assertThat(STORE.find(criteria, null, 20).orders())
                    .as("%s", criteria)
                    .isNotEmpty();
            assertThat(STORE.count(criteria, 1001)).as("%s", criteria).isBetween(1L, 1001L);
        }
        assertThat(STORE.count(OrderCriteria.ALL.where(OrderColumn.MERCHANT, Operator.IS, "half"), 1001))
                .isEqualTo(1001);
        assertThat(STORE.count(OrderCriteria.ALL.where(OrderColumn.PARKED, Operator.IS, true), 1001))
                .isEqualTo(100);
    }

    @Test
    void what_is_not_promised_is_answered_within_its_budget_or_refused() {
        OrderCriteria half = OrderCriteria.ALL.where(OrderColumn.MERCHANT, Operator.IS, "half");
        OrderCriteria rare = half.where(OrderColumn.TOTAL, Operator.IS, 20L);
        assertThat(STORE.find(half.where(OrderColumn.CURRENCY, Operator.IS, "EUR"), null, 20)
                        .orders())
                .hasSize(20);
        for (Runnable query : List.<Runnable>of(
                () -> STORE.find(rare, null, 20),
                () -> STORE.count(rare, 1001),
                () -> STORE.find(half.sorted(OrderSort.By.TOTAL, false), null, 20),
                () -> STORE.find(OrderCriteria.ALL.where(OrderTerm.TRACKING, Operator.PREFIX, "tr-2"), null, 20))) {
            assertThatThrownBy(query::run)
                    .isInstanceOfSatisfying(QueryRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo(QueryRefusedException.TOO_WIDE));
        }
        OrderCriteria narrow = rare.where(OrderColumn.BUYER, Operator.IS, "buyer-20");
        assertThat(STORE.find(narrow, null, 20).orders()).hasSize(1);
        assertThat(STORE.sums(OrderCriteria.ALL, List.of(OrderColumn.MERCHANT), false))
                .hasSize(10);
    }

    @Test
    void a_walk_goes_through_all_orders_in_pages_that_end_where_the_budget_does() {
        OrderCriteria walk = OrderCriteria.ALL
                .where(OrderColumn.MERCHANT, Operator.IS, "half")
                .where(OrderColumn.TOTAL, Operator.IS, 20L)
                .walking();
        List<String> found = new ArrayList<>();
        int pages = 0;
        String after = null;
        do {
            var page = STORE.find(walk, after, 20);
            page.orders().forEach(order -> found.add(order.orderId()));
            after = page.next();
            pages++;
        } while (after != null);
        assertThat(found).containsExactly("o-20");
        assertThat(pages).isEqualTo(5);
    }
}
