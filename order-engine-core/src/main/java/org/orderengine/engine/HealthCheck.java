package org.orderengine.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.dispatch.HostCalls;
import org.orderengine.dispatch.Processes;
import org.orderengine.dispatch.ServiceState;
import org.orderengine.engine.EngineHealth.Reason;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.OrderSlice;
import org.orderengine.orders.ParkedSlice;
import org.orderengine.policy.HealthPolicy;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/**
 * Looks after the health of one engine: what waits for people and for services, what is overdue, and which services do not answer. Reads only,
 * and looks at a bounded number of orders. Safe for any number of threads.
 *
 * @param policy when it is not well
 * @param orders reads orders
 * @param store keeps them
 * @param processes says which states are busy
 * @param calls knows the services
 * @param feed what it does with the feed; null where the store has none
 */
record HealthCheck(
        HealthPolicy policy,
        OrderService orders,
        OrderStore store,
        Processes processes,
        HostCalls calls,
        @Nullable EngineFeed feed) {

    /** The most orders that are looked at for one reason. */
    private static final int MOST = 1000;

    private static final int PAGE = 100;

    /** Orders that waited too long: how many, and which longest. */
    private static final class Tally {
        private final Instant before;
        private long count;
        private long seen;
        private @Nullable String oldest;
        private @Nullable Instant since;

        Tally(Instant before) {
            this.before = before;
        }

        void add(String order, Instant waitsSince) {
            if (waitsSince.isAfter(before)) {
                return;
            }
            count++;
            if (since == null || waitsSince.isBefore(since)) {
                since = waitsSince;
                oldest = order;
            }
        }
    }

    /** The health at an instant. */
    EngineHealth at(Instant now, int workersLiving, int workersWanted) {
        List<Reason> reasons = new ArrayList<>();
        if (workersLiving < workersWanted) {
            reasons.add(new Reason(
                    "workers-missing",
                    workersLiving + " of " + workersWanted + " workers are at work; the others are held by services",
                    null,
                    (long) workersWanted - workersLiving));
        }
        services(reasons, now);
        try {
            overdue(reasons, now);
            parked(reasons, now);
            busy(reasons, now);
            if (feed != null) {
                FeedHealth.add(reasons, feed, before(now, policy.behindFor()));
            }
        } catch (StoreUnavailableException unavailable) {
            reasons.add(new Reason("store-unavailable", "the store cannot be read", null, 1));
        }
        return new EngineHealth(reasons, workersLiving, workersWanted);
    }

    private void services(List<Reason> reasons, Instant now) {
        for (ServiceState service : calls.services()) {
            if (service.thrown() != null) {
                reasons.add(new Reason(
                        "adapter-failing",
                        service.service() + " throws " + service.thrown() + " at " + service.place() + " since "
                                + service.since() + "; the logger org.orderengine.cause has the cause",
                        service.service(),
                        service.times()));
            } else if (service.openUntil() != null && service.openUntil().isAfter(now)) {
                reasons.add(new Reason(
                        "circuit-open",
                        service.service() + " keeps failing and is left alone until " + service.openUntil(),
                        service.service(),
                        1));
            }
        }
    }

    private void overdue(List<Reason> reasons, Instant now) {
        Instant due = store.nextDue().orElse(null);
        if (due != null && !due.isAfter(before(now, policy.overdueFor()))) {
            reasons.add(new Reason(
                    "work-overdue", "work has been due since " + due + ": too few workers are at work", null, 1));
        }
    }

    private void parked(List<Reason> reasons, Instant now) {
        Tally tally = new Tally(before(now, policy.parkedFor()));
        String after = null;
        do {
            ParkedSlice slice = orders.parked(OrderCriteria.ALL, after, PAGE);
            slice.effects().forEach(parked -> tally.add(parked.orderId(), parked.since()));
            slice.stuck()
                    .forEach(stuck -> tally.add(stuck.orderId(), stuck.stuck().since()));
            slice.unreadable().forEach(order -> tally.add(order, Instant.MIN));
            tally.seen += PAGE;
            after = slice.next();
        } while (after != null && tally.seen < MOST);
        add(reasons, "work-parked", "wait for a person", tally);
    }

    private void busy(List<Reason> reasons, Instant now) {
        Tally tally = new Tally(before(now, policy.busyFor()));
        for (Processes.Busy state : processes.busyStates()) {
            String after = null;
            OrderCriteria criteria = OrderCriteria.ALL
                    .where(OrderColumn.PROCESS, Operator.IS, state.process())
                    .where(OrderColumn.STATE, Operator.IS, state.state())
                    .walking();
            do {
                OrderSlice slice = orders.list(criteria, after, PAGE);
                slice.orders().forEach(order -> busy(order, state.state(), tally));
                tally.seen += PAGE;
                after = slice.next();
            } while (after != null && tally.seen < MOST);
        }
        add(reasons, "orders-busy", "are busy", tally);
    }

    /** An order is busy since the commit that owed the first effect of its state. */
    private void busy(Order order, String state, Tally tally) {
        if (order.placedAt().isAfter(tally.before)) {
            return;
        }
        for (OwedEffect effect : order.flow().effects()) {
            if (state.equals(effect.run())) {
                if (isWithBuyer(effect)) {
                    return;
                }
                List<HistoryRow> rows = store.history(order.id(), effect.id().revision(), 1);
                tally.add(
                        order.id(),
                        rows.isEmpty() ? order.placedAt() : rows.get(0).at());
                return;
            }
        }
    }

    /** Whether a buyer is completing a payment, which has a time of its own. */
    private static boolean isWithBuyer(OwedEffect effect) {
        return effect.problem() != null && effect.problem().code().equals(Codes.BUYER_PENDING);
    }

    private static Instant before(Instant now, Duration duration) {
        return now.minus(duration);
    }

    private static void add(List<Reason> reasons, String code, String what, Tally tally) {
        if (tally.count > 0) {
            reasons.add(new Reason(
                    code,
                    tally.count + (tally.seen >= MOST ? " or more" : "") + " " + what + "; order " + tally.oldest
                            + " longest",
                    tally.oldest,
                    tally.count));
        }
    }
}
