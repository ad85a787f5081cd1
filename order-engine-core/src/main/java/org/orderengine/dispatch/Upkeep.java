package org.orderengine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Evolve;
import org.orderengine.event.Event;
import org.orderengine.json.DocumentException;
import org.orderengine.json.Erasure;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.json.OrderExport;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoredOrder;

/** Changes what the store keeps of one order, beside its process: what it is found by, its personal data, whether it is kept at all. */
public final class Upkeep {

    private static final int ROWS = 500;
    private static final Document ARCHIVED = EventsDocument.of(List.of());

    private final OrderSessions sessions;
    private final Replay replay;
    private final EngineClock clock;
    private final Erasure erasure;

    /**
     * Upkeep of the orders of a store.
     *
     * @param personal the names of the host's own data that is personal
     */
    public Upkeep(OrderSessions sessions, NodeSettings node, Set<String> personal) {
        this.sessions = sessions;
        this.replay = new Replay(sessions.store());
        this.clock = new EngineClock(node.time());
        this.erasure = new Erasure(personal);
    }

    /** The store that the orders are in. */
    public OrderStore store() {
        return sessions.store();
    }

    /** Has an order be found by what it is now; a problem where that is not known. An order that goes on meanwhile sees to it itself. */
    public @Nullable Problem reindex(StoredOrder stored) {
        Order order = OrderDocument.read(stored.orderId(), stored.document());
        if (sessions.processes().find(order.process()) == null) {
            return NotThere.process(order);
        }
        store().rewrite(Rewrite.ofIndex(
                stored.orderId(), stored.revision(), sessions.indexing().anew(order)));
        return null;
    }

    /** Why an order is not archived; null where it may be. */
    public @Nullable Problem open(StoredOrder stored) {
        return Rest.open(OrderDocument.read(stored.orderId(), stored.document()));
    }

    /** An order with its whole history as one line of JSON. */
    public String exported(StoredOrder stored) {
        return OrderExport.line(stored, history(stored));
    }

    /** Removes an order whose export is kept; a problem where it has gone on since. */
    public @Nullable Problem archive(StoredOrder stored) {
        return store().archive(stored.orderId(), stored.revision(), ARCHIVED) ? null : changed(stored.orderId());
    }

    private static Problem changed(String orderId) {
        return new Problem(Codes.CONTENTION, "Order " + orderId + " changed meanwhile; try again");
    }

    private List<HistoryRow> history(StoredOrder stored) {
        List<HistoryRow> all = new ArrayList<>();
        List<HistoryRow> rows;
        do {
            rows = store().history(stored.orderId(), all.size() + 1L, ROWS);
            all.addAll(rows);
        } while (rows.size() == ROWS);
        return all;
    }

    /** Takes the personal data out of an order and its history, and commits that it was. */
    public Handled erase(String orderId, By by) {
        try {
            for (int attempt = 1; attempt <= Dispatcher.MAX_ATTEMPTS; attempt++) {
                Handled handled = tryToErase(orderId, by);
                if (handled != null) {
                    return handled;
                }
            }
            return new Handled.Refused(changed(orderId), null);
        } catch (DocumentException unreadable) {
            return new Handled.Refused(Dispatcher.unreadable(orderId, unreadable), null);
        }
    }

    /** Null where another commit came first. */
    private @Nullable Handled tryToErase(String orderId, By by) {
        Optional<StoredOrder> found = store().load(orderId);
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
        List<HistoryRow> history = history(stored);
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
        return store().rewrite(new Rewrite(
                stored.orderId(),
                stored.revision(),
                document,
                sessions.indexing().anew(OrderDocument.read(document)),
                rows));
    }

    /** Commits that the personal data was erased. Where another commit comes first, all is tried again, for it may have brought some. */
    private @Nullable Handled committed(String orderId, By by) {
        OrderSession session = sessions.open(orderId);
        List<Event> events = List.of(new Event.PersonalDataErased());
        Decision.Accepted accepted = new Decision.Accepted(Evolve.commit(session.order(), events), events);
        return session.commit(accepted, by, clock.now()) == CommitResult.COMMITTED
                ? new Handled.Taken(accepted.order(), null, false)
                : null;
    }
}
