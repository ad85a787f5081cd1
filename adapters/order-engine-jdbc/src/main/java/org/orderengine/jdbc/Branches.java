package org.orderengine.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderAccess;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderTerm;

/**
 * The queries that together give the orders which one way goes through: one for each value of its condition, so that each is a range of
 * an index. States need two, for the name of an only state stands in the column, and further names among the terms.
 */
final class Branches {

    private static final String ORDERS = "order_engine_orders o";
    private static final String TERMS = "order_engine_terms t JOIN order_engine_orders o ON o.order_id = t.order_id";

    private Branches() {}

    static List<Query> of(Names names, OrderAccess way, OrderSort sort) {
        OrderCondition<?> driving = way.driving();
        if (driving == null) {
            return List.of(orders(names, sort));
        }
        if (driving.field() instanceof OrderTerm kind && driving.operator() == Operator.PREFIX) {
            return List.of(orders(names, sort)
                    .and(
                            "o.order_id IN (SELECT p.order_id FROM order_engine_terms p WHERE p.kind = ? AND p.value"
                                    + Query.compared(driving) + ")",
                            Query.withValues(kind.name(), driving)));
        }
        List<Query> branches = new ArrayList<>();
        for (Object value : driving.values()) {
            if (driving.field() instanceof OrderTerm kind) {
                branches.add(terms(names, sort, kind.name(), value));
            } else if (driving.field() == OrderColumn.STATE) {
                branches.add(orders(names, sort).and("o.state = ?", value));
                branches.add(terms(names, sort, "state_name", value));
            } else {
                branches.add(column(names, sort, (OrderColumn<?>) driving.field(), value));
            }
        }
        return branches;
    }

    private static Query column(Names names, OrderSort sort, OrderColumn<?> column, Object value) {
        return column.type() == OrderColumn.Type.FLAG
                ? orders(names, sort).and("o." + column.name() + " = 1")
                : orders(names, sort).and("o." + column.name() + " = ?", value);
    }

    private static Query terms(Names names, OrderSort sort, String kind, Object value) {
        boolean isPlaced = sort.by() == OrderSort.By.PLACED;
        return new Query(names, TERMS, isPlaced ? "t.placed_at" : key(sort), isPlaced ? "t.order_id" : "o.order_id")
                .and("t.kind = ? AND t.value = ?", kind, value);
    }

    private static Query orders(Names names, OrderSort sort) {
        return new Query(names, ORDERS, key(sort), "o.order_id");
    }

    private static String key(OrderSort sort) {
        OrderColumn<?> column = sort.column();
        return column == null ? "o.due" : "o." + column.name();
    }

    /** Whether an order can come by several of the branches. */
    static boolean overlap(@Nullable OrderCondition<?> driving) {
        return driving != null
                && driving.values().size() > 1
                && (driving.field() instanceof OrderTerm || driving.field() == OrderColumn.STATE);
    }
}
