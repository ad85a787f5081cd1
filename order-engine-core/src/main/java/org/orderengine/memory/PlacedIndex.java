package org.orderengine.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderPage.Cursor;

/**
 * Orders by age, newest first: all of them, those of each buyer, those that wait for a person, and those that wait for goods. The other criteria are
 * looked at order by order, which does for what is kept in memory.
 */
final class PlacedIndex {

    private static final Comparator<Cursor> NEWEST_FIRST =
            Comparator.comparing(Cursor::placedAt, Comparator.reverseOrder()).thenComparing(Cursor::orderId);

    private static final NavigableMap<Cursor, MemoryOrder> NONE = Collections.unmodifiableNavigableMap(newMap());

    private final ConcurrentNavigableMap<Cursor, MemoryOrder> all = newMap();
    private final ConcurrentNavigableMap<Cursor, MemoryOrder> parked = newMap();
    private final ConcurrentNavigableMap<Cursor, MemoryOrder> backordered = newMap();
    private final ConcurrentMap<String, ConcurrentNavigableMap<Cursor, MemoryOrder>> byBuyer =
            new ConcurrentHashMap<>();

    /**
     * Takes a change of an order in, so that at no moment a reader misses the order. The caller holds the order's
     * monitor.
     */
    void changed(MemoryOrder order, @Nullable Version before, Version after) {
        Cursor was = before == null ? null : before.placedKey();
        Cursor is = after.placedKey();
        boolean moved = !is.equals(was);
        if (moved) {
            all.put(is, order);
        }
        if (after.index().parked()) {
            parked.put(is, order);
        }
        if (after.index().backordered()) {
            backordered.put(is, order);
        }
        String oldBuyer = before == null ? null : before.index().buyer();
        String newBuyer = after.index().buyer();
        boolean handedOver = !Objects.equals(oldBuyer, newBuyer);
        if (newBuyer != null && (moved || handedOver)) {
            byBuyer.computeIfAbsent(newBuyer, name -> newMap()).put(is, order);
        }
        if (was == null) {
            return;
        }
        if (moved) {
            all.remove(was);
        }
        if (moved || !after.index().parked()) {
            parked.remove(was);
        }
        if (moved || !after.index().backordered()) {
            backordered.remove(was);
        }
        if (oldBuyer != null && (moved || handedOver)) {
            ofBuyer(oldBuyer).remove(was);
        }
    }

    /** The orders that match, newest first, from behind the cursor on. */
    Stream<Version> find(OrderCriteria criteria, @Nullable Cursor after) {
        NavigableMap<Cursor, MemoryOrder> candidates = candidates(criteria);
        if (after != null) {
            candidates = candidates.tailMap(after, false);
        }
        Instant before = criteria.placedBefore();
        if (before != null && (after == null || before.isBefore(after.placedAt()))) {
            candidates = candidates.tailMap(new Cursor(before, ""), true);
        }
        Instant from = criteria.placedFrom();
        return candidates.entrySet().stream()
                .takeWhile(entry -> from == null || !entry.getKey().placedAt().isBefore(from))
                .<Version>mapMulti((entry, found) -> {
                    Version version = entry.getValue().version();
                    if (version != null && version.placedKey().equals(entry.getKey()) && matches(version, criteria)) {
                        found.accept(version);
                    }
                });
    }

    private NavigableMap<Cursor, MemoryOrder> candidates(OrderCriteria criteria) {
        String buyer = criteria.buyer();
        if (buyer != null) {
            return ofBuyer(buyer);
        }
        if (Boolean.TRUE.equals(criteria.parked())) {
            return parked;
        }
        return Boolean.TRUE.equals(criteria.backordered()) ? backordered : all;
    }

    private NavigableMap<Cursor, MemoryOrder> ofBuyer(String buyer) {
        NavigableMap<Cursor, MemoryOrder> orders = byBuyer.get(buyer);
        return orders == null ? NONE : orders;
    }

    private static boolean matches(Version version, OrderCriteria criteria) {
        OrderIndex index = version.index();
        return isOrAny(criteria.buyer(), index.buyer())
                && isOrAny(criteria.business(), index.business())
                && isOrAny(criteria.channel(), index.channel())
                && isOrAny(criteria.merchant(), index.merchant())
                && isOrAny(criteria.process(), index.process())
                && isOrAny(criteria.state(), index.state())
                && (criteria.parked() == null || criteria.parked() == index.parked())
                && (criteria.backordered() == null || criteria.backordered() == index.backordered())
                && (criteria.placedFrom() == null || !index.placedAt().isBefore(criteria.placedFrom()))
                && (criteria.placedBefore() == null || index.placedAt().isBefore(criteria.placedBefore()));
    }

    private static boolean isOrAny(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static ConcurrentNavigableMap<Cursor, MemoryOrder> newMap() {
        return new ConcurrentSkipListMap<>(NEWEST_FIRST);
    }
}
