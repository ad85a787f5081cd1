package org.orderengine.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/**
 * One slice of the orders that were looked for.
 *
 * @param orders as the criteria sort them
 * @param unreadable the ids of those among them whose documents cannot be read; {@link OrderService#raw} shows what is stored
 * @param next where the following ones begin; null when these were the last
 */
public record OrderSlice(List<Order> orders, List<String> unreadable, @Nullable String next) {

    public OrderSlice {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }
}
