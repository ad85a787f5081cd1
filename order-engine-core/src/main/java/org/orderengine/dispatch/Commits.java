package org.orderengine.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Command;
import org.orderengine.decision.draft.Decision;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderIndex;

/** Turns decisions into commits: the document, what the order is found by, and the row of the history. */
final class Commits {

    private Commits() {}

    static Commit of(
            Decision.Accepted accepted,
            @Nullable Command command,
            By by,
            long leaseEpoch,
            OrderIndex index,
            Instant now,
            boolean releasesLease) {
        Order order = accepted.order();
        return new Commit(
                order.id(),
                order.revision(),
                leaseEpoch,
                OrderDocument.of(order),
                index,
                new HistoryRow(
                        order.revision(),
                        command == null ? null : command.commandId(),
                        command == null || command.commandId() == null ? 0 : Fingerprint.of(command),
                        now,
                        EventsDocument.of(by, accepted.events())),
                releasesLease);
    }
}
