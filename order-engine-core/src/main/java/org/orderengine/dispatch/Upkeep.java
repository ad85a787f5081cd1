package org.orderengine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.flow.Rest;
import org.orderengine.json.Erasure;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.json.OrderExport;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
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
    private final Erasing erasing;

    /**
     * Upkeep of the orders of a store.
     *
     * @param personal the names of the host's own data that is personal
     */
    public Upkeep(OrderSessions sessions, NodeSettings node, Set<String> personal) {
        this.sessions = sessions;
        this.erasing = new Erasing(sessions, new EngineClock(node.time()), new Erasure(personal));
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

    static Problem changed(String orderId) {
        return new Problem(Codes.CONTENTION, "Order " + orderId + " changed meanwhile; try again");
    }

    private List<HistoryRow> history(StoredOrder stored) {
        return history(store(), stored);
    }

    /** The whole history of an order. */
    static List<HistoryRow> history(OrderStore store, StoredOrder stored) {
        List<HistoryRow> all = new ArrayList<>();
        List<HistoryRow> rows;
        do {
            rows = store.history(stored.orderId(), all.size() + 1L, ROWS);
            all.addAll(rows);
        } while (rows.size() == ROWS);
        return all;
    }

    /** Takes the personal data out of an order and its history, and commits that it was. */
    public Handled erase(String orderId, By by) {
        return erasing.erase(orderId, by);
    }

    /** Erases an order that is over, and otherwise notes on it that it is to be erased then. */
    public Handled eraseWhenEnded(String orderId, By by) {
        return erasing.eraseWhenEnded(orderId, by);
    }
}
