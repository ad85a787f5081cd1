package org.orderengine.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderTerm;

/**
 * The text of one query in the making, and its values. The text asks for the conditions that are given and for nothing else, so that the
 * database picks the index of one of them. Orders are called {@code o} in it, and terms that are gone through {@code t}.
 */
final class Query {

    private static final String STATES =
            "EXISTS (SELECT 1 FROM order_engine_terms s WHERE s.order_id = o.order_id AND s.kind = 'state_name' AND s.value";

    /** Behind all texts that begin alike. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final Names names;
    private final String from;
    private final String key;
    private final String id;
    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /**
     * A query without conditions.
     *
     * @param from where the orders are
     * @param key what they are sorted by
     * @param id where their ids stand
     */
    Query(Names names, String from, String key, String id) {
        this.names = names;
        this.from = from;
        this.key = key;
        this.id = id;
    }

    /** A query with the same conditions. */
    Query copy() {
        Query copy = new Query(names, from, key, id);
        copy.where.append(where);
        copy.values.addAll(values);
        return copy;
    }

    String key() {
        return key;
    }

    String id() {
        return id;
    }

    Query and(String condition, Object... parameters) {
        where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
        Collections.addAll(values, parameters);
        return this;
    }

    Query andAll(List<OrderCondition<?>> conditions) {
        conditions.forEach(this::and);
        return this;
    }

    private void and(OrderCondition<?> condition) {
        if (condition.field() instanceof OrderTerm kind) {
            and(
                    "EXISTS (SELECT 1 FROM order_engine_terms x WHERE x.order_id = o.order_id AND x.kind = ? AND x.value"
                            + compared(condition) + ")",
                    withValues(kind.name(), condition));
        } else if (condition.field() == OrderColumn.STATE) {
            List<Object> twice = new ArrayList<>(List.of(values(condition)));
            Collections.addAll(twice, values(condition));
            String compared = compared(condition);
            and("(o.state" + compared + " OR " + STATES + compared + "))", twice.toArray());
        } else {
            OrderColumn<?> column = (OrderColumn<?>) condition.field();
            if (column.type() == OrderColumn.Type.FLAG && condition.values().size() > 1) {
                and("o." + column.name() + " IN (0, 1)");
            } else if (column.type() == OrderColumn.Type.FLAG) {
                // Written out, for an index that holds only the orders whose flag is true.
                boolean isUp = Boolean.TRUE.equals(condition.value());
                and("o." + column.name() + (isUp ? " = 1" : " = 0"));
            } else {
                // The key is the column that the list is sorted by, wherever it stands.
                String name = key.endsWith("." + column.name()) ? key : "o." + column.name();
                and(name + compared(condition), values(condition));
            }
        }
    }

    /** How a column or a term is compared with a condition's values. */
    static String compared(OrderCondition<?> condition) {
        return switch (condition.operator()) {
            case FROM -> " >= ?";
            case BEFORE -> " < ?";
            case IS ->
                condition.values().size() == 1
                        ? " = ?"
                        : " IN ("
                                + String.join(
                                        ", ",
                                        Collections.nCopies(condition.values().size(), "?")) + ")";
            case PREFIX -> " BETWEEN ? AND ?";
        };
    }

    static Object[] values(OrderCondition<?> condition) {
        if (condition.operator() == OrderCondition.Operator.PREFIX) {
            return new Object[] {condition.value(), condition.value() + LAST};
        }
        return condition.values().stream()
                .map(value -> value instanceof Instant instant ? (Object) Micros.notBefore(instant) : value)
                .toArray();
    }

    static Object[] withValues(Object first, OrderCondition<?> condition) {
        List<Object> all = new ArrayList<>();
        all.add(first);
        Collections.addAll(all, values(condition));
        return all.toArray();
    }

    /** The orders behind a place in the list. */
    Query behind(OrderPlace place, boolean isAscending) {
        String beyond = isAscending ? ">" : "<";
        and(key + " " + beyond + "= ?", place.key());
        return and(
                "(" + key + " " + beyond + " ? OR " + id + (isAscending ? " <" : " >") + " ?)",
                place.key(),
                place.orderId());
    }

    /** The orders up to a place in the list, that one too. */
    Query upTo(OrderPlace place, boolean isAscending) {
        String before = isAscending ? "<" : ">";
        and(key + " " + before + "= ?", place.key());
        return and(
                "(" + key + " " + before + " ? OR " + id + (isAscending ? " >=" : " <=") + " ?)",
                place.key(),
                place.orderId());
    }

    /** The text, of what is selected, and with an end. */
    String text(String select, String end) {
        return names.in("SELECT " + select + " FROM " + from + where + end);
    }

    /** The end of a list. */
    String sorted(boolean isAscending) {
        return " ORDER BY " + key + (isAscending ? ", " : " DESC, ") + id + (isAscending ? " DESC" : "");
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

    <T> T run(Session session, String select, String end, Parameters.Rows<T> rows) throws SQLException {
        try (PreparedStatement statement = session.prepare(text(select, end))) {
            return set(statement).query(rows);
        }
    }
}
