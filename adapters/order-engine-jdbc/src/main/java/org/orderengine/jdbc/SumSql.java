package org.orderengine.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderAccess;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.QueryRefusedException;

/** Sums over orders (S6), in the database. Nothing is summed where no way leads to few enough orders. */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
final class SumSql {

    private static final long DAY = 86_400_000_000L;

    /** The first microsecond of the day, also before 1970, in whole numbers alone. */
    private static final String DAY_BEGUN = "o.placed_at - (o.placed_at % " + DAY + " + " + DAY + ") % " + DAY;

    private static final List<OrderColumn<Long>> SUMMED =
            List.of(OrderColumn.TOTAL, OrderColumn.CAPTURED, OrderColumn.REFUNDED, OrderColumn.UNITS);

    private SumSql() {}

    static List<OrderSum> sums(
            Session session, Names names, OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay)
            throws SQLException {
        requireFew(session, names, criteria);
        List<String> groups = new ArrayList<>();
        if (isByDay) {
            groups.add(DAY_BEGUN);
        }
        by.forEach(column -> groups.add("o." + column.name()));
        StringBuilder select = new StringBuilder(String.join(", ", groups)).append(", COUNT(*)");
        SUMMED.forEach(column ->
                select.append(", COALESCE(SUM(o.").append(column.name()).append("), 0)"));
        return all(names, criteria)
                .run(session, select.toString(), " GROUP BY " + String.join(", ", groups), results -> {
                    List<OrderSum> sums = new ArrayList<>();
                    while (results.next()) {
                        sums.add(sum(results, by, isByDay));
                    }
                    return sums;
                });
    }

    private static Query all(Names names, OrderCriteria criteria) {
        return new Query(names, "order_engine_orders o", "o.placed_at", "o.order_id").andAll(criteria.conditions());
    }

    private static void requireFew(Session session, Names names, OrderCriteria criteria) throws SQLException {
        for (OrderAccess way : OrderAccess.ways(criteria)) {
            boolean isFew = true;
            for (Query branch : Branches.of(names, way, OrderSort.NEWEST)) {
                isFew &= !branch.andAll(OrderAccess.range(criteria))
                        .run(session, branch.id(), " LIMIT 1 OFFSET " + OrderCriteria.SUM_BUDGET, rows -> rows.next());
            }
            if (isFew) {
                return;
            }
        }
        throw QueryRefusedException.sumsTooWide(criteria);
    }

    private static OrderSum sum(ResultSet results, List<OrderColumn<String>> by, boolean isByDay) throws SQLException {
        int position = 0;
        LocalDate day = isByDay ? LocalDate.ofEpochDay(Math.floorDiv(results.getLong(++position), DAY)) : null;
        Map<OrderColumn<String>, @Nullable String> group = new LinkedHashMap<>();
        for (OrderColumn<String> column : by) {
            group.put(column, results.getString(++position));
        }
        return new OrderSum(
                day,
                group,
                results.getLong(++position),
                results.getLong(++position),
                results.getLong(++position),
                results.getLong(++position),
                results.getLong(++position));
    }
}
