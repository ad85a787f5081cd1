package org.orderengine.spi.store;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the orders of one group. Amounts are minor units of the group's currency; what orders lack counts as zero.
 *
 * @param day the day in UTC on which they were placed; null where sums are not by day
 * @param group the group's value in each column that sums are by, the currency among them; null where orders have none
 * @param orders how many orders
 * @param total what they cost
 * @param captured what was captured of them
 * @param refunded what was given back
 * @param units how many units they stand for
 */
public record OrderSum(
        @Nullable LocalDate day,
        Map<OrderColumn<String>, @Nullable String> group,
        long orders,
        long total,
        long captured,
        long refunded,
        long units) {

    public OrderSum {
        group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
    }

    /** The columns that make groups, the currency among them. */
    public static List<OrderColumn<String>> groups(List<OrderColumn<String>> by) {
        return Stream.concat(by.stream(), Stream.of(OrderColumn.CURRENCY))
                .distinct()
                .toList();
    }
}
