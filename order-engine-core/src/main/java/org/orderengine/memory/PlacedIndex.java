package org.orderengine.memory;

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
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderSort;

/**
 * Orders by age, newest first: all of them, those of each buyer, those that wait for a person, and those that wait for
 * goods. Other criteria are tried order by order, which is enough in memory.
 */
final class PlacedIndex {

    private static final Comparator<OrderPlace> NEWEST_FIRST = OrderPlace.comparator(OrderSort.NEWEST);

    private static final NavigableMap<OrderPlace, MemoryOrder> NONE = Collections.unmodifiableNavigableMap(newMap());

    private final ConcurrentNavigableMap<OrderPlace, MemoryOrder> all = newMap();

    /** The columns that are indexed by value. Where criteria name several, the first is used. */
    private final List<ByValue> columns = List.of(
            new ByValue(OrderColumn.BUYER), new ByValue(OrderColumn.PARKED), new ByValue(OrderColumn.BACKORDERED));

    /** The orders of each value in a column, by age. Orders with a false flag are left out, since they are most. */
    private record ByValue(
            OrderColumn<?> column, ConcurrentMap<Object, ConcurrentNavigableMap<OrderPlace, MemoryOrder>> orders) {

        ByValue(OrderColumn<?> column) {
            this(column, new ConcurrentHashMap<>());
        }

        @Nullable
        Object valueOf(@Nullable Version version) {
            return version == null ? null : keyed(version.index().get(column));
        }

        @Nullable
        Object wanted(@Nullable OrderCondition<?> condition) {
            return condition != null
                            && condition.field() == column
                            && condition.operator() == Operator.IS
                            && condition.values().size() == 1
                    ? keyed(condition.value())
                    : null;
        }

        private static @Nullable Object keyed(@Nullable Object value) {
            return Boolean.FALSE.equals(value) ? null : value;
        }

        void add(Object value, OrderPlace key, MemoryOrder order) {
            orders.computeIfAbsent(value, any -> newMap()).put(key, order);
        }

        NavigableMap<OrderPlace, MemoryOrder> with(Object value) {
            NavigableMap<OrderPlace, MemoryOrder> found = orders.get(value);
            return found == null ? NONE : found;
        }
    }

    /**
     * Enters a change of an order, so that at no moment a reader misses the order. The caller holds the order's
     * monitor.
     */
    void changed(MemoryOrder order, @Nullable Version before, Version after) {
        OrderPlace was = before == null ? null : before.placedKey();
        OrderPlace is = after.placedKey();
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

    /** Takes an order out. The caller holds the order's monitor. */
    void removed(Version before) {
        all.remove(before.placedKey());
        for (ByValue column : columns) {
            Object value = column.valueOf(before);
            if (value != null) {
                column.with(value).remove(before.placedKey());
            }
        }
    }

    /** The orders among which those that meet a condition are, or all, by age. */
    Stream<Version> candidates(@Nullable OrderCondition<?> condition, boolean isAscending) {
        NavigableMap<OrderPlace, MemoryOrder> newestFirst = narrowed(condition);
        NavigableMap<OrderPlace, MemoryOrder> sorted = isAscending ? newestFirst.descendingMap() : newestFirst;
        return sorted.entrySet().stream().mapMulti((entry, found) -> {
            Version version = entry.getValue().version();
            if (version != null && version.placedKey().equals(entry.getKey())) {
                found.accept(version);
            }
        });
    }

    private NavigableMap<OrderPlace, MemoryOrder> narrowed(@Nullable OrderCondition<?> condition) {
        for (ByValue column : columns) {
            Object wanted = column.wanted(condition);
            if (wanted != null) {
                return column.with(wanted);
            }
        }
        return all;
    }

    private static ConcurrentNavigableMap<OrderPlace, MemoryOrder> newMap() {
        return new ConcurrentSkipListMap<>(NEWEST_FIRST);
    }
}
