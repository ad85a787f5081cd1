package org.orderengine.benchmarks;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.TermValue;

/** What the floors write by hand: a commit with its documents written out beforehand, and how its columns are set. */
final class Rows {

    /** The columns that change while an order lives. */
    static final List<OrderColumn<?>> MOVING =
            OrderColumn.ALL.stream().filter(column -> !column.isSteady()).toList();

    /** The names of all columns. */
    static final String NAMES = text(OrderColumn.ALL, OrderColumn::name);

    /** A place for the value of each column. */
    static final String PLACES = text(OrderColumn.ALL, column -> "?");

    final Commit commit;
    final byte[] document;
    final byte[] events;

    /** The terms that the commit took away, and those that it brought. */
    final List<TermValue> gone;

    final List<TermValue> come;

    Rows(Commit commit) {
        this.commit = commit;
        this.document = commit.document().bytes();
        this.events = commit.row().events().bytes();
        Set<TermValue> now = commit.index().terms();
        Set<TermValue> known = commit.index().termsBefore();
        Set<TermValue> before = known == null ? Set.of() : known;
        this.gone = missing(now, before);
        this.come = missing(before, now);
    }

    private static List<TermValue> missing(Set<TermValue> from, Set<TermValue> of) {
        List<TermValue> missing = new ArrayList<>(of);
        missing.removeAll(from);
        return List.copyOf(missing);
    }

    /** A text for each column, separated by commas. */
    static String text(List<OrderColumn<?>> columns, Function<OrderColumn<?>, String> each) {
        return columns.stream().map(each).collect(joining(", "));
    }

    /** Sets the columns behind a position, and says which position is the last one then. */
    static int set(PreparedStatement statement, int behind, List<OrderColumn<?>> columns, OrderIndex index, long shift)
            throws SQLException {
        int position = behind;
        for (OrderColumn<?> column : columns) {
            Object value = index.get(column);
            position++;
            switch (column.type()) {
                case TEXT -> statement.setString(position, (String) value);
                case FLAG -> statement.setInt(position, Boolean.TRUE.equals(value) ? 1 : 0);
                case NUMBER -> set(statement, position, (Long) value);
                case INSTANT -> set(statement, position, (Instant) value, shift);
            }
        }
        return position;
    }

    private static void set(PreparedStatement statement, int position, @Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(position, Types.BIGINT);
        } else {
            statement.setLong(position, number);
        }
    }

    /** Sets an instant, moved by some microseconds. */
    static void set(PreparedStatement statement, int position, @Nullable Instant instant, long shift)
            throws SQLException {
        set(statement, position, instant == null ? null : (Long) (micros(instant) + shift));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
