package org.orderengine.spi.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the orders that were looked for.
 *
 * @param orders newest first; orders placed at the same instant by id
 * @param next where the next page begins; null when this is the last
 */
public record OrderPage(List<StoredOrder> orders, @Nullable Cursor next) {

    /**
     * The place behind an order in a list.
     *
     * @param placedAt when the order was placed
     * @param orderId the order
     */
    public record Cursor(Instant placedAt, String orderId) {}

    public OrderPage {
        orders = List.copyOf(orders);
    }
}
