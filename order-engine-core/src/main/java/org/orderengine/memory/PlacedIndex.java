package org.orderengine.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage.Cursor;

/**
 * Orders by age, newest first: all of them, those of each buyer, those that wait for a person, and those that wait for
 * goods. Other criteria are tried order by order, which is enough in memory.
 */
final class PlacedIndex {

    private static final Comparator<Cursor> NEWEST_FIRST =
            Comparator.comparing(Cursor::placedAt, Comparator.reverseOrder()).thenComparing(Cursor::orderId);

    private static final NavigableMap<Cursor, MemoryOrder> NONE = Collections.unmodifiableNavigableMap(newMap());

    private final ConcurrentNavigableMap<Cursor, MemoryOrder> all = newMap();

    /** The columns that are indexed by value. Where criteria name several, the first is used. */
    private final List<ByValue> columns = List.of(
            new ByValue(OrderColumn.BUYER), new ByValue(OrderColumn.PARKED), new ByValue(OrderColumn.BACKORDERED));

    /** The orders of each value in a column, by age. Orders with a false flag are left out, since they are most. */
    private record ByValue(
            OrderColumn<?> column, ConcurrentMap<Object, ConcurrentNavigableMap<Cursor, MemoryOrder>> orders) {

        ByValue(OrderColumn<?> column) {
            this(column, new ConcurrentHashMap<>());
        }

        @Nullable
        Object valueOf(@Nullable Version version) {
            return version == null ? null : keyed(version.index().get(column));
        }

        @Nullable
        Object wanted(OrderCriteria criteria) {
            return keyed(criteria.value(column, Operator.IS));
        }

        private static @Nullable Object keyed(@Nullable Object value) {
            return Boolean.FALSE.equals(value) ? null : value;
        }

        void add(Object value, Cursor key, MemoryOrder order) {
            orders.computeIfAbsent(value, any -> newMap()).put(key, order);
        }

        NavigableMap<Cursor, MemoryOrder> with(Object value) {
            NavigableMap<Cursor, MemoryOrder> found = orders.get(value);
            return found == null ? NONE : found;
        }
    }

    /**
     * Enters a change of an order, so that at no moment a reader misses the order. The caller holds the order's
     * monitor.
     */
    void changed(MemoryOrder order, @Nullable Version before, Version after) {
        Cursor was = before == null ? null : before.placedKey();
        Cursor is = after.placedKey();
        boolean moved = !is.equals(was);
        if (moved) {
            all.put(is, order);
        }
        for (ByValue column : columns) {
            Object value = column.valueOf(after);
            if (value != null && (moved || !value.equals(column.valueOf(before)))) {
                column.add(value, is, order);
            }
        }
        if (was == null) {
            return;
        }
        if (moved) {
            all.remove(was);
        }
        for (ByValue column : columns) {
            Object value = column.valueOf(before);
            if (value != null && (moved || !Objects.equals(value, column.valueOf(after)))) {
                column.with(value).remove(was);
            }
        }
    }

    /** The orders that match, newest first, from behind the cursor on. */
    Stream<Version> find(OrderCriteria criteria, @Nullable Cursor after) {
        NavigableMap<Cursor, MemoryOrder> candidates = candidates(criteria);
        if (after != null) {
            candidates = candidates.tailMap(after, false);
        }
        Instant before = criteria.value(OrderColumn.PLACED_AT, Operator.BEFORE);
        if (before != null && (after == null || before.isBefore(after.placedAt()))) {
            candidates = candidates.tailMap(new Cursor(before, ""), true);
        }
        Instant from = criteria.value(OrderColumn.PLACED_AT, Operator.FROM);
        return candidates.entrySet().stream()
                .takeWhile(entry -> from == null || !entry.getKey().placedAt().isBefore(from))
                .<Version>mapMulti((entry, found) -> {
                    Version version = entry.getValue().version();
                    if (version != null
                            && version.placedKey().equals(entry.getKey())
                            && criteria.matches(version.index())) {
                        found.accept(version);
                    }
                });
    }

    private NavigableMap<Cursor, MemoryOrder> candidates(OrderCriteria criteria) {
        for (ByValue column : columns) {
            Object wanted = column.wanted(criteria);
            if (wanted != null) {
                return column.with(wanted);
            }
        }
        return all;
    }

    private static ConcurrentNavigableMap<Cursor, MemoryOrder> newMap() {
        return new ConcurrentSkipListMap<>(NEWEST_FIRST);
    }
}
