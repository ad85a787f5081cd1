package org.orderengine.spi.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the orders that were looked for.
 *
 * @param orders as the criteria sort them; those that are equal by id
 * @param next the cursor, an opaque text, behind which the next page begins; null when this is the last
 */
public record OrderPage(List<StoredOrder> orders, @Nullable String next) {

    public OrderPage {
        orders = List.copyOf(orders);
    }
}
