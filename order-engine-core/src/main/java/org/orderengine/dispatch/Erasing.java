package org.orderengine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Evolve;
import org.orderengine.decision.flow.Rest;
import org.orderengine.event.Event;
import org.orderengine.json.DocumentException;
import org.orderengine.json.Erasure;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoredOrder;

/**
 * Erases the personal data of orders: first in what is stored, then by a commit that says so. Killed in between, it is done once more.
 * Safe for any number of threads.
 */
final class Erasing {

    private final OrderSessions sessions;
    private final Replay replay;
    private final EngineClock clock;
    private final Erasure erasure;

    Erasing(OrderSessions sessions, EngineClock clock, Erasure erasure) {
        this.sessions = sessions;
        this.replay = new Replay(sessions.store());
        this.clock = clock;
        this.erasure = erasure;
    }

    /** Takes the personal data out of an order and its history, and commits that it was. */
    Handled erase(String orderId, By by) {
        try {
            for (int attempt = 1; attempt <= Dispatcher.MAX_ATTEMPTS; attempt++) {
                Handled handled = tryToErase(orderId, by);
                if (handled != null) {
                    return handled;
                }
            }
            return new Handled.Refused(Upkeep.changed(orderId), null);
        } catch (DocumentException unreadable) {
            return new Handled.Refused(Dispatcher.unreadable(orderId, unreadable), null);
        }
    }

    /** Erases an order that is over, and otherwise notes on it that it is to be erased then. */
    Handled eraseWhenEnded(String orderId, By by) {
        Handled handled = erase(orderId, by);
        for (int attempt = 1;
                attempt <= Dispatcher.MAX_ATTEMPTS
                        && handled instanceof Handled.Refused refused
                        && refused.problem().code().equals(Codes.ORDER_OPEN);
                attempt++) {
            Handled noted = noted(orderId, by);
            if (noted != null) {
                return noted;
            }
            handled = erase(orderId, by);
        }
        return handled;
    }

    /** Null where another commit came first. */
    private @Nullable Handled noted(String orderId, By by) {
        OrderSession session = sessions.open(orderId);
        Order order = session.order();
        if (order.flow().erasure() != null) {
            return new Handled.Unchanged(order);
        }
        Event asked = new Event.ErasureAsked(by);
        Problem beyond = sessions.beyondFormat(orderId, EventsDocument.of(List.of(asked)));
        if (beyond != null) {
            return new Handled.Refused(beyond, order);
        }
        if (sessions.processes().find(order.process()) == null) {
            return new Handled.Refused(NotThere.process(order), order);
        }
        return committed(session, asked, by);
    }

    /** Null where another commit came first. */
    private @Nullable Handled tryToErase(String orderId, By by) {
        Optional<StoredOrder> found = sessions.store().load(orderId);
        if (found.isEmpty()) {
            Handled archived = replay.archived(orderId);
            return archived == null ? new Handled.Refused(NotThere.order(orderId), null) : archived;
        }
        StoredOrder stored = found.get();
        Order order = OrderDocument.read(orderId, stored.document());
        Problem open = Rest.open(order);
        if (open != null) {
            return new Handled.Refused(open, order);
        }
        if (sessions.processes().find(order.process()) == null) {
            return new Handled.Refused(NotThere.process(order), order);
        }
        Problem beyond = sessions.beyondFormat(orderId, EventsDocument.of(List.of(new Event.PersonalDataErased())));
        if (beyond != null) {
            return new Handled.Refused(beyond, order);
        }
        List<HistoryRow> history = Upkeep.history(sessions.store(), stored);
        if (isErased(history.get(history.size() - 1))) {
            return new Handled.Unchanged(order);
        }
        return rewritten(stored, history) ? committed(orderId, by) : null;
    }

    private static boolean isErased(HistoryRow last) {
        return EventsDocument.read(last.events()).equals(List.of(new Event.PersonalDataErased()));
    }

    private boolean rewritten(StoredOrder stored, List<HistoryRow> history) {
        if (history.size() != stored.revision()) {
            return false;
        }
        OrderDocument document = erasure.order(stored.document());
        List<HistoryRow> rows = new ArrayList<>();
        for (HistoryRow row : history) {
            rows.add(new HistoryRow(
                    row.revision(), row.commandId(), row.fingerprint(), row.at(), erasure.events(row.events())));
        }
        return sessions.store()
                .rewrite(new Rewrite(
                        stored.orderId(),
                        stored.revision(),
                        document,
                        sessions.indexing().anew(OrderDocument.read(document)),
                        rows));
    }

    /** Commits that the personal data was erased. Where another commit comes first, all is tried again, for it may have brought some. */
    private @Nullable Handled committed(String orderId, By by) {
        return committed(sessions.open(orderId), new Event.PersonalDataErased(), by);
    }

    private @Nullable Handled committed(OrderSession session, Event event, By by) {
        List<Event> events = List.of(event);
        Decision.Accepted accepted = new Decision.Accepted(Evolve.commit(session.order(), events), events);
        return session.commit(accepted, by, clock.now()) == CommitResult.COMMITTED
                ? new Handled.Taken(accepted.order(), null, false)
                : null;
    }
}
