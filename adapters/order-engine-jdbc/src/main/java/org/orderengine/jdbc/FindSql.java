package org.orderengine.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.StoredOrder;

/**
 * Finds and counts orders (S6). The text asks for the criteria that are given and for nothing else, so that the database
 * picks the index of one of them; pages go on behind the last key that was seen, not at an offset.
 */
final class FindSql {

    private final String table;
    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private FindSql(Names names, OrderCriteria criteria) {
        table = names.in("order_engine_orders");
        for (OrderCondition<?> condition : criteria.conditions()) {
            String column = condition.column().name();
            switch (condition.column().type()) {
                // Written out, for an index that holds only the orders whose flag is true.
                case FLAG -> and(column + (Boolean.TRUE.equals(condition.value()) ? " = 1" : " = 0"));
                case INSTANT -> and(column + sign(condition), Micros.notBefore((Instant) condition.value()));
                case TEXT, NUMBER -> and(column + sign(condition), condition.value());
            }
        }
    }

    private static String sign(OrderCondition<?> condition) {
        return switch (condition.operator()) {
            case IS -> " = ?";
            case FROM -> " >= ?";
            case BEFORE -> " < ?";
        };
    }

    /** The query for a page, and for the order behind it, which tells whether there is a next one. */
    static FindSql page(Names names, OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        FindSql find = new FindSql(names, criteria);
        if (after != null) {
            long placedAt = Micros.notAfter(after.placedAt());
            find.and("placed_at <= ?", placedAt);
            find.and("(placed_at < ? OR order_id > ?)", placedAt, after.orderId());
        }
        find.values.add(limit + 1L);
        return find;
    }

    String pageText() {
        return "SELECT order_id, revision, lease_epoch, document, placed_at FROM " + table + where
                + " ORDER BY placed_at DESC, order_id LIMIT ?";
    }

    static FindSql count(Names names, OrderCriteria criteria) {
        return new FindSql(names, criteria);
    }

    String countText() {
        return "SELECT state, COUNT(*) FROM " + table + where + " GROUP BY state";
    }

    static OrderPage find(
            Session session, Names names, OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit)
            throws SQLException {
        FindSql find = page(names, criteria, after, limit);
        try (PreparedStatement statement = session.prepare(find.pageText())) {
            return find.set(statement).query(results -> {
                List<StoredOrder> orders = new ArrayList<>();
                Instant lastPlaced = Instant.MAX;
                while (results.next()) {
                    if (orders.size() == limit) {
                        String lastId = orders.get(limit - 1).orderId();
                        return new OrderPage(orders, new OrderPage.Cursor(lastPlaced, lastId));
                    }
                    orders.add(ReadSql.order(results));
                    lastPlaced = Micros.toInstant(results.getLong(5));
                }
                return new OrderPage(orders, null);
            });
        }
    }

    static Map<String, Long> countByState(Session session, Names names, OrderCriteria criteria) throws SQLException {
        FindSql find = count(names, criteria);
        try (PreparedStatement statement = session.prepare(find.countText())) {
            return find.set(statement).query(results -> {
                Map<String, Long> counts = new TreeMap<>();
                while (results.next()) {
                    counts.put(results.getString(1), results.getLong(2));
                }
                return Collections.unmodifiableMap(counts);
            });
        }
    }

    private void and(String condition, Object... parameters) {
        where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
        Collections.addAll(values, parameters);
    }

    Parameters set(PreparedStatement statement) throws SQLException {
        Parameters parameters = Parameters.of(statement);
        for (Object value : values) {
            if (value instanceof Long number) {
                parameters.number(number);
            } else {
                parameters.text((String) value);
            }
        }
        return parameters;
    }
}
