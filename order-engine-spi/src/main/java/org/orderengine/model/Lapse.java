package org.orderengine.model;

import java.util.List;

/**
 * What a timer took off an order that nobody had paid, kept for a payment that comes late.
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
