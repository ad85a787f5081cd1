package org.orderengine.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderAccess;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.StoredOrder;

/**
 * Finds and counts orders (S6), by the first of the ways to them that is not too wide. Pages go on behind the last place that was seen, not
 * at an offset.
 *
 * <p>Where orders are looked at that may not match, a first query finds the place up to which the budget reaches, in an index alone;
 * the second one stays within it.
 */
final class FindSql {

    private static final String ORDER = "o.order_id, o.revision, o.lease_epoch, o.document, ";

    private record Found(OrderPlace place, StoredOrder order) {}

    private final Session session;
    private final Names names;
    private final OrderCriteria criteria;
    private final OrderSort sort;

    FindSql(Session session, Names names, OrderCriteria criteria) {
        this.session = session;
        this.names = names;
        this.criteria = criteria;
        this.sort = criteria.sort();
    }

    OrderPage page(@Nullable OrderPlace behind, int limit) throws SQLException {
        for (OrderAccess way : OrderAccess.ways(criteria)) {
            OrderPage page = page(way, behind, limit);
            if (page != null) {
                return page;
            }
        }
        throw QueryRefusedException.tooWide(criteria);
    }

    /** A page by one way; null where that is too wide. */
    private @Nullable OrderPage page(OrderAccess way, @Nullable OrderPlace behind, int limit) throws SQLException {
        if (!way.isInOrder() && isTooWide(way)) {
            return null;
        }
        Comparator<OrderPlace> comparator = OrderPlace.comparator(sort);
        List<Found> found = new ArrayList<>();
        OrderPlace end = null;
        for (Query branch : branches(way, behind)) {
            OrderPlace reach = way.isInOrder() && !way.others().isEmpty() ? reach(branch) : null;
            if (reach != null && (end == null || comparator.compare(reach, end) < 0)) {
                end = reach;
            }
            found.addAll(found(within(branch, reach).andAll(way.others()), limit + 1L));
        }
        List<Found> page = merged(found, end, comparator, limit + 1);
        if (page.size() > limit) {
            return page(page.subList(0, limit), page.get(limit - 1).place());
        }
        return end == null || criteria.isWalk() ? page(page, end) : null;
    }

    private OrderPage page(List<Found> page, @Nullable OrderPlace next) {
        return new OrderPage(page.stream().map(Found::order).toList(), next == null ? null : next.cursor(criteria));
    }

    /** What several branches found, each order once, up to the place where one of them may have missed some. */
    private static List<Found> merged(
            List<Found> found, @Nullable OrderPlace end, Comparator<OrderPlace> comparator, int limit) {
        Set<String> seen = new HashSet<>();
        return found.stream()
                .filter(one -> end == null || comparator.compare(one.place(), end) <= 0)
                .sorted(Comparator.comparing(Found::place, comparator))
                .filter(one -> seen.add(one.place().orderId()))
                .limit(limit)
                .toList();
    }

    private List<Query> branches(OrderAccess way, @Nullable OrderPlace behind) {
        List<Query> branches = Branches.of(names, way, sort);
        for (Query branch : branches) {
            if (sort.by() == OrderSort.By.TOTAL || sort.by() == OrderSort.By.DUE) {
                branch.and(branch.key() + " IS NOT NULL");
            }
            branch.andAll(OrderAccess.range(criteria));
            if (behind != null) {
                branch.behind(behind, sort.isAscending());
            }
        }
        return branches;
    }

    private Query within(Query branch, @Nullable OrderPlace reach) {
        return reach == null ? branch : branch.copy().upTo(reach, sort.isAscending());
    }

    /** The last place that the budget reaches; null where it reaches to the end. */
    private @Nullable OrderPlace reach(Query branch) throws SQLException {
        return branch.run(
                        session,
                        branch.key() + ", " + branch.id(),
                        branch.sorted(sort.isAscending()) + " LIMIT 2 OFFSET " + (OrderCriteria.SCAN_BUDGET - 1),
                        results -> {
                            Optional<OrderPlace> last = results.next()
                                    ? Optional.of(new OrderPlace(results.getLong(1), results.getString(2)))
                                    : Optional.empty();
                            return results.next() ? last : Optional.<OrderPlace>empty();
                        })
                .orElse(null);
    }

    private List<Found> found(Query query, long limit) throws SQLException {
        return query.run(
                session, ORDER + query.key(), query.sorted(sort.isAscending()) + " LIMIT " + limit, results -> {
                    List<Found> found = new ArrayList<>();
                    while (results.next()) {
                        StoredOrder order = ReadSql.order(results);
                        found.add(new Found(new OrderPlace(results.getLong(5), order.orderId()), order));
                    }
                    return found;
                });
    }

    /** Whether more orders than the budget lie on a way, all of which have to be looked at. */
    private boolean isTooWide(OrderAccess way) throws SQLException {
        return isBeyond(way, OrderCriteria.SCAN_BUDGET);
    }

    private boolean isBeyond(OrderAccess way, int budget) throws SQLException {
        for (Query branch : Branches.of(names, way, OrderSort.NEWEST)) {
            if (branch.run(session, "o.order_id", " LIMIT 1 OFFSET " + budget, results -> results.next())) {
                return true;
            }
        }
        return false;
    }

    /** How many orders match, up to a number. */
    long count(int most) throws SQLException {
        for (OrderAccess way : OrderAccess.ways(criteria)) {
            if (!way.isInOrder() && isTooWide(way)) {
                continue;
            }
            boolean isPlain = way.isInOrder() && way.others().isEmpty() && !Branches.overlap(way.driving());
            long counted = isPlain ? plainly(way, most) : one(way, most);
            if (counted >= 0) {
                return counted;
            }
        }
        throw QueryRefusedException.tooWide(criteria);
    }

    /** Counts where every order on the way matches: in an index alone. */
    private long plainly(OrderAccess way, int most) throws SQLException {
        long counted = 0;
        for (Query branch : branches(way, null)) {
            boolean isMany =
                    branch.run(session, branch.id(), " LIMIT 1 OFFSET " + (most - 1L), results -> results.next());
            counted += isMany
                    ? most
                    : branch.run(session, "COUNT(*)", "", results -> results.next() ? results.getLong(1) : 0L);
            if (counted >= most) {
                return most;
            }
        }
        return counted;
    }

    /** Counts one by one, within the budget; below zero where that is not enough. */
    private long one(OrderAccess way, int most) throws SQLException {
        Set<String> ids = new HashSet<>();
        boolean isEnough = true;
        for (Query branch : branches(way, null)) {
            OrderPlace reach = way.isInOrder() && !way.others().isEmpty() ? reach(branch) : null;
            isEnough &= reach == null;
            ids.addAll(
                    within(branch, reach).andAll(way.others()).run(session, branch.id(), " LIMIT " + most, results -> {
                        List<String> found = new ArrayList<>();
                        while (results.next()) {
                            found.add(results.getString(1));
                        }
                        return found;
                    }));
            if (ids.size() >= most) {
                return most;
            }
        }
        return isEnough ? ids.size() : -1;
    }
}
