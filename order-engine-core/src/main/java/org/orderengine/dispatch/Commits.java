package org.orderengine.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Command;
import org.orderengine.decision.draft.Decision;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.By;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;

/** Turns decisions into commits: the document, the columns that orders are found by, and the row of the history. */
final class Commits {

    private Commits() {}

    static Commit of(
            Decision.Accepted accepted,
            @Nullable Command command,
            long leaseEpoch,
            @Nullable Instant due,
            Instant now,
            boolean releasesLease) {
        Order order = accepted.order();
        return new Commit(
                order.id(),
                order.revision(),
                leaseEpoch,
                OrderDocument.of(order),
                index(order, due),
                new HistoryRow(
                        order.revision(),
                        command == null ? null : command.commandId(),
                        command == null || command.commandId() == null ? 0 : Fingerprint.of(command),
                        now,
                        EventsDocument.of(command == null ? By.SYSTEM : command.by(), accepted.events())),
                releasesLease);
    }

    private static OrderIndex index(Order order, @Nullable Instant due) {
        return OrderIndex.builder()
                .set(OrderColumn.PLACED_AT, order.placedAt())
                .set(OrderColumn.PROCESS, order.process().name())
                .set(OrderColumn.PROCESS_VERSION, (long) order.process().version())
                .set(OrderColumn.STATE, states(order))
                .set(OrderColumn.ENDED, order.position().ended())
                .set(OrderColumn.PARKED, isParked(order))
                .set(OrderColumn.BACKORDERED, isBackordered(order))
                .set(OrderColumn.BUYER, order.origin().buyer())
                .set(OrderColumn.BUSINESS, order.origin().business())
                .set(OrderColumn.CHANNEL, order.origin().channel())
                .set(OrderColumn.MERCHANT, order.origin().merchant())
                .due(due)
                .build();
    }

    private static String states(Order order) {
        return order.position().states().size() == 1
                ? order.position().states().get(0)
                : String.join(",", order.position().states());
    }

    private static boolean isBackordered(Order order) {
        for (Line line : order.books().lines()) {
            if (line.units().backordered() > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParked(Order order) {
        if (order.flow().stuck() != null) {
            return true;
        }
        for (OwedEffect effect : order.flow().effects()) {
            if (effect.status() == OwedEffect.Status.PARKED) {
                return true;
            }
        }
        return false;
    }
}
