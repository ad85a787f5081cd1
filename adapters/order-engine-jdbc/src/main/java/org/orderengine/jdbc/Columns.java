package org.orderengine.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;

/** Columns that orders are found by: what statements say of them, and how their values are set. */
record Columns(List<OrderColumn<?>> columns) {

    static final Columns ALL = new Columns(OrderColumn.ALL);

    /** The columns that mostly stay the same through an order's life. */
    static final Columns STEADY =
            new Columns(OrderColumn.ALL.stream().filter(OrderColumn::isSteady).toList());

    /** The columns that change while an order lives. */
    static final Columns MOVING = new Columns(
            OrderColumn.ALL.stream().filter(column -> !column.isSteady()).toList());

    Columns {
        columns = List.copyOf(columns);
    }

    /** A text for each column, joined. */
    String text(Function<OrderColumn<?>, String> each, String between) {
        return columns.stream().map(each).collect(joining(between));
    }

    /** The parameters of the columns, set to an order's values. */
    Parameters set(Parameters parameters, OrderIndex index) throws SQLException {
        for (OrderColumn<?> column : columns) {
            set(parameters, column, index.get(column));
        }
        return parameters;
    }

    /** An order's values, as they stand in a row of these columns. */
    OrderIndex index(ResultSet results, int before) throws SQLException {
        OrderIndex.Builder index = OrderIndex.builder();
        int position = before;
        for (OrderColumn<?> column : columns) {
            read(index, column, results, ++position);
        }
        return index.build();
    }

    private static <T> void read(OrderIndex.Builder index, OrderColumn<T> column, ResultSet results, int position)
            throws SQLException {
        if (column.type() == OrderColumn.Type.TEXT) {
            String text = results.getString(position);
            index.set(column, text == null ? null : column.cast(text));
            return;
        }
        long number = results.getLong(position);
        if (!results.wasNull()) {
            Object value =
                    switch (column.type()) {
                        case FLAG -> number == 1;
                        case INSTANT -> Micros.toInstant(number);
                        default -> number;
                    };
            index.set(column, column.cast(value));
        }
    }

    private static void set(Parameters parameters, OrderColumn<?> column, @Nullable Object value) throws SQLException {
        switch (column.type()) {
            case TEXT -> parameters.text((String) value);
            case FLAG -> parameters.number(Boolean.TRUE.equals(value) ? 1 : 0);
            case NUMBER -> parameters.number((Long) value);
            case INSTANT -> parameters.number(value == null ? null : (Long) Micros.notAfter((Instant) value));
        }
    }
}
