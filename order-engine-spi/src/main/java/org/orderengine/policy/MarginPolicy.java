package org.orderengine.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;

/**
 * A policy on margins: how much more than is owed an authorization promises while measured goods are still to be weighed, so that they may
 * weigh more than was ordered.
 *
 * <p>It is asked only for an order with such goods. What it throws counts as no margin.
 */
@FunctionalInterface
public interface MarginPolicy {

    /** No margin: what goods weigh more than was ordered costs nothing. */
    MarginPolicy NONE = order -> order.books().money(0);

    /** The margin, in the order's currency and not negative. */
    Money of(Order order);

    /**
     * A part of what the lines cost that are still to be weighed, rounded half up.
     *
     * @param percent the part in percent, not negative
     */
    static MarginPolicy percent(BigDecimal percent) {
        return order -> {
            long cost = 0;
            for (Line line : order.books().lines()) {
                if (line.isToBeWeighed()) {
                    cost = Math.addExact(
                            cost, line.total(order.books().pricesIncludeTax()).minorUnits());
                }
            }
            return order.books()
                    .money(percent.movePointLeft(2)
                            .multiply(BigDecimal.valueOf(cost))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact());
        };
    }
}
