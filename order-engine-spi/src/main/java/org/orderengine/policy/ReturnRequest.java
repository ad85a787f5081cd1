package org.orderengine.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Return;

/**
 * A request to return goods, before anything was entered for it.
 *
 * @param order the order as it stands
 * @param kind what the buyer wants
 * @param lines the units, per line: delivered, and not claimed by another return
 * @param reason why, in the buyer's words; null where no reason was given
 * @param now when the buyer asks
 */
public record ReturnRequest(
        Order order, Return.Kind kind, List<LineQuantity> lines, @Nullable String reason, Instant now) {

    public ReturnRequest {
        lines = List.copyOf(lines);
    }
}
