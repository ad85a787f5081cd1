package org.orderengine.dispatch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Command;
import org.orderengine.decision.Codes;
import org.orderengine.decision.flow.Deferral;
import org.orderengine.event.Event;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/**
 * The results of commands that were taken before, read from the history. Safe for any number of threads.
 *
 * @param store where the history is
 */
record Replay(OrderStore store) {

    /** The commits read after the one of a command, for the answers to what it owed. A command leads to fewer than this. */
    private static final int COMMITS_BEHIND = 20;

    /** The answer that a command got when it was taken before; null if it was not. */
    @Nullable
    Handled of(Command command) {
        String commandId = command.commandId();
        if (commandId == null) {
            return null;
        }
        Optional<HistoryRow> row = store.findCommand(command.orderId(), commandId);
        Optional<StoredOrder> stored = store.load(command.orderId());
        if (row.isEmpty() || stored.isEmpty()) {
            return null;
        }
        Order order = OrderDocument.read(stored.get().document());
        if (row.get().fingerprint() != Fingerprint.of(command)) {
            return new Handled.Refused(
                    new Problem(
                            Codes.COMMAND_ID_REUSED,
                            "Order " + order.id() + ": command id " + commandId + " was used at revision "
                                    + row.get().revision() + " for another command; give each command its own"),
                    order);
        }
        return new Handled.Taken(
                order,
                declinedSince(row.get(), order),
                Deferral.isKept(EventsDocument.read(row.get().events())));
    }

    /** The refusal of a command on an order that was archived; null if it was not. */
    @Nullable
    Handled archived(String orderId) {
        return store.history(orderId, 1, 1).isEmpty() || store.load(orderId).isPresent()
                ? null
                : new Handled.Refused(NotThere.archived(orderId), null);
    }

    /** Why a service declined an effect that a commit owed; null if none did. */
    private @Nullable Problem declinedSince(HistoryRow row, Order order) {
        for (HistoryRow later : store.history(order.id(), row.revision() + 1, COMMITS_BEHIND)) {
            for (Event event : EventsDocument.read(later.events())) {
                if (event instanceof Event.EffectDeclined declined && isOwedBy(row, declined)) {
                    return declined.problem();
                }
            }
        }
        return null;
    }

    private static boolean isOwedBy(HistoryRow row, Event.EffectDeclined declined) {
        return declined.effect().revision() == row.revision();
    }
}
