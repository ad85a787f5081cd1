package org.orderengine.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Return;

/**
 * What a buyer wants to give back, before anything was entered for it.
 *
 * @param order the order as it stands
 * @param kind what he wants for it
 * @param lines the units, each a line's that delivered them and that no return asks for yet
 * @param reason why, in his words
 * @param now when he asks
 */
public record ReturnRequest(
        Order order, Return.Kind kind, List<LineQuantity> lines, @Nullable String reason, Instant now) {

    public ReturnRequest {
        lines = List.copyOf(lines);
    }
}
