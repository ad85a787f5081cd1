package org.orderengine.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderAccess;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.QueryRefusedException;

/** One query of a store in memory. It refuses what the stores in databases refuse, though it could answer more. */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
final class MemorySearch {

    private record Found(OrderPlace place, Version version) {}

    /** The orders of a group, added up. */
    private static final class Sum {
        long orders;
        long total;
        long captured;
        long refunded;
        long units;

        void add(Version version) {
            orders++;
            total += number(version, OrderColumn.TOTAL);
            captured += number(version, OrderColumn.CAPTURED);
            refunded += number(version, OrderColumn.REFUNDED);
            units += number(version, OrderColumn.UNITS);
        }

        private static long number(Version version, OrderColumn<Long> column) {
            Long value = version.index().get(column);
            return value == null ? 0 : value;
        }
    }

    private record Group(@Nullable Long day, List<@Nullable String> values) {}

    private static final long MICROS_OF_DAY = 86_400_000_000L;

    private final PlacedIndex placed;
    private final OrderCriteria criteria;

    MemorySearch(PlacedIndex placed, OrderCriteria criteria) {
        this.placed = placed;
        this.criteria = criteria;
    }

    OrderPage page(@Nullable String after, int limit) {
        OrderPlace behind = after == null ? null : OrderPlace.of(after, criteria);
        for (OrderAccess way : OrderAccess.ways(criteria)) {
            OrderPage page = page(way, behind, limit);
            if (page != null) {
                return page;
            }
        }
        throw QueryRefusedException.tooWide(criteria);
    }

    /** A page by one way; null where that is too wide. */
    private @Nullable OrderPage page(OrderAccess way, @Nullable OrderPlace behind, int limit) {
        if (!way.isInOrder() && isTooWide(way)) {
            return null;
        }
        Comparator<OrderPlace> comparator = OrderPlace.comparator(criteria.sort());
        List<Found> page = new ArrayList<>();
        OrderPlace last = null;
        int seen = 0;
        boolean isBounded = way.isInOrder() && !way.others().isEmpty();
        for (Iterator<Found> all = listed(way, behind, comparator).iterator();
                all.hasNext() && page.size() <= limit; ) {
            Found found = all.next();
            if (isBounded && ++seen > OrderCriteria.SCAN_BUDGET) {
                return criteria.isWalk() ? pageOf(page, last) : null;
            }
            last = found.place();
            if (way.accepts(found.version().index())) {
                page.add(found);
            }
        }
        boolean more = page.size() > limit;
        List<Found> shown = more ? page.subList(0, limit) : page;
        return pageOf(shown, more ? shown.get(limit - 1).place() : null);
    }

    private boolean isTooWide(OrderAccess way) {
        return reached(way).skip(OrderCriteria.SCAN_BUDGET).findAny().isPresent();
    }

    private OrderPage pageOf(List<Found> page, @Nullable OrderPlace end) {
        return new OrderPage(
                page.stream().map(found -> found.version().order()).toList(),
                end == null ? null : end.cursor(criteria));
    }

    private Stream<Found> listed(OrderAccess way, @Nullable OrderPlace behind, Comparator<OrderPlace> comparator) {
        OrderSort sort = criteria.sort();
        Stream<Found> all = reached(way).<Found>mapMulti((version, found) -> {
            OrderPlace place = version.place(sort);
            if (place != null && isInRange(version) && (behind == null || comparator.compare(place, behind) > 0)) {
                found.accept(new Found(place, version));
            }
        });
        return sort.by() == OrderSort.By.PLACED ? all : all.sorted(Comparator.comparing(Found::place, comparator));
    }

    /** The orders that a way goes through, newest first, or oldest first where the list begins with them. */
    private Stream<Version> reached(OrderAccess way) {
        boolean isAscending =
                criteria.sort().by() == OrderSort.By.PLACED && criteria.sort().isAscending();
        return placed.candidates(way.driving(), isAscending).filter(version -> way.reaches(version.index()));
    }

    private boolean isInRange(Version version) {
        for (OrderCondition<?> condition : OrderAccess.range(criteria)) {
            if (!condition.matches(version.index())) {
                return false;
            }
        }
        return true;
    }

    long count(int most) {
        for (OrderAccess way : OrderAccess.ways(criteria)) {
            if (!way.isInOrder() && isTooWide(way)) {
                continue;
            }
            long counted = 0;
            long seen = 0;
            Iterator<Version> all = reached(way).filter(this::isInRange).iterator();
            while (all.hasNext() && counted < most && seen <= OrderCriteria.SCAN_BUDGET) {
                Version version = all.next();
                seen += way.others().isEmpty() ? 0 : 1;
                if (seen <= OrderCriteria.SCAN_BUDGET && way.accepts(version.index())) {
                    counted++;
                }
            }
            if (counted == most || seen <= OrderCriteria.SCAN_BUDGET) {
                return counted;
            }
        }
        throw QueryRefusedException.tooWide(criteria);
    }

    List<OrderSum> sums(List<OrderColumn<String>> by, boolean isByDay) {
        for (OrderAccess way : OrderAccess.ways(criteria)) {
            if (reached(way)
                    .filter(this::isInRange)
                    .skip(OrderCriteria.SUM_BUDGET)
                    .findAny()
                    .isEmpty()) {
                return sums(way, by, isByDay);
            }
        }
        throw QueryRefusedException.sumsTooWide(criteria);
    }

    private List<OrderSum> sums(OrderAccess way, List<OrderColumn<String>> by, boolean isByDay) {
        Map<Group, Sum> sums = new HashMap<>();
        reached(way)
                .filter(this::isInRange)
                .filter(version -> way.accepts(version.index()))
                .forEach(version -> sums.computeIfAbsent(group(version, by, isByDay), any -> new Sum())
                        .add(version));
        List<OrderSum> answer = new ArrayList<>();
        sums.forEach((group, sum) -> answer.add(new OrderSum(
                group.day() == null ? null : java.time.LocalDate.ofEpochDay(group.day()),
                named(by, group.values()),
                sum.orders,
                sum.total,
                sum.captured,
                sum.refunded,
                sum.units)));
        return answer;
    }

    private static Group group(Version version, List<OrderColumn<String>> by, boolean isByDay) {
        List<@Nullable String> values = new ArrayList<>();
        for (OrderColumn<String> column : by) {
            values.add(version.index().get(column));
        }
        Long day = isByDay ? (Long) Math.floorDiv(version.placedKey().key(), MICROS_OF_DAY) : null;
        return new Group(day, Collections.unmodifiableList(values));
    }

    private static Map<OrderColumn<String>, @Nullable String> named(
            List<OrderColumn<String>> by, List<@Nullable String> values) {
        Map<OrderColumn<String>, @Nullable String> named = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            named.put(by.get(i), values.get(i));
        }
        return named;
    }
}
