package org.orderengine.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;
import org.orderengine.spi.store.OrderPage;

/**
 * One slice of the orders that were looked for.
 *
 * @param orders newest first
 * @param unreadable the ids of those among them whose documents cannot be read; {@link OrderService#raw} shows what is stored
 * @param next where the following ones begin; null when these were the last
 */
public record OrderSlice(List<Order> orders, List<String> unreadable, OrderPage.@Nullable Cursor next) {

    public OrderSlice {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }
}
