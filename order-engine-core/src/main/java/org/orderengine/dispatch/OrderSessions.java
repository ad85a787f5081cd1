package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.flow.Agenda;
import org.orderengine.json.DocumentFormats;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/**
 * Opens sessions on the orders of a store. Safe for any number of threads.
 *
 * @param store where the orders are
 * @param agenda says what orders have to do without a command
 * @param processes what the orders follow
 * @param indexing says what orders are found by
 * @param freed what commits have put back on sale
 * @param listeners who is told what commits say
 * @param writeFormat the newest format of documents that commits may be of
 */
public record OrderSessions(
        OrderStore store,
        Agenda agenda,
        Processes processes,
        Indexing indexing,
        FreedGoods freed,
        Listeners listeners,
        int writeFormat) {

    /** Sessions on a store, with nothing freed yet. */
    public OrderSessions(
            OrderStore store,
            Agenda agenda,
            Processes processes,
            Indexing indexing,
            Listeners listeners,
            int writeFormat) {
        this(store, agenda, processes, indexing, new FreedGoods(), listeners, writeFormat);
    }

    /** Why an order's document or its events are not to be written yet; null where they are. */
    @Nullable
    Problem beyondFormat(String orderId, Document... documents) {
        if (writeFormat >= DocumentFormats.NEWEST) {
            return null;
        }
        for (Document document : documents) {
            String name = DocumentFormats.beyond(writeFormat, document.bytes());
            if (name != null) {
                return new Problem(
                        Codes.FORMAT_NOT_ENABLED,
                        "Order " + orderId + ": \"" + name + "\" is not in format " + writeFormat
                                + ", which this node writes for the sake of older ones; once all nodes are new, build them with"
                                + " writeFormat(" + DocumentFormats.NEWEST + ")");
            }
        }
        return null;
    }

    /** A session on an order as it stands, or on an id that no order has yet. */
    OrderSession open(String orderId) {
        StoredOrder stored = store.load(orderId).orElse(null);
        return stored == null
                ? new OrderSession(this, orderId, null, 0, null)
                : new OrderSession(this, orderId, read(stored), stored.leaseEpoch(), null);
    }

    /** A session on an order that was claimed; null if the claim is over. */
    @Nullable
    OrderSession open(Claim claim, Lease lease) {
        StoredOrder stored = store.load(claim.orderId()).orElse(null);
        return stored == null || stored.leaseEpoch() != claim.leaseEpoch()
                ? null
                : new OrderSession(this, claim.orderId(), read(stored), stored.leaseEpoch(), lease);
    }

    /** An order as it is stored. */
    static Order read(StoredOrder stored) {
        return OrderDocument.read(stored.orderId(), stored.document());
    }
}
