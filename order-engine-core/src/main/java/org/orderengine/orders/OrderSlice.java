package org.orderengine.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;
import org.orderengine.spi.store.OrderPage;

/**
 * One slice of the orders that were looked for.
 *
 * @param orders newest first
 * @param next where the next slice begins; null when this is the last
 */
public record OrderSlice(List<Order> orders, OrderPage.@Nullable Cursor next) {

    public OrderSlice {
        orders = List.copyOf(orders);
    }
}
