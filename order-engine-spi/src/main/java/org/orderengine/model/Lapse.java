package org.orderengine.model;

import java.util.List;

/**
 * The content of an unpaid order that a timer cancelled, kept for a late payment.
 *
 * @param timer the timer
 * @param lines the units that the order stood for
 * @param shipping the delivery as it was priced
 */
public record Lapse(String timer, List<LineQuantity> lines, Shipping shipping) {

    public Lapse {
        Checks.requireText(timer, "timer");
        lines = List.copyOf(lines);
    }
}
