package org.orderengine.process;

import java.util.Set;

/**
 * What moves the machines of payments, shipments and returns besides actions and timers, and what they tell the order's own
 * machine. Nobody can send these from outside.
 */
public final class ChildEvents {

    /** The order's own machine is told of a child's end by its kind and this: {@code return-ended}. */
    static final String ENDED = "-ended";

    private static final Set<String> RAISED = Set.of("payment-ended", "shipment-ended", "return-ended");

    private ChildEvents() {}

    /** Whether this is what the order's own machine is told, and no action of people. */
    public static boolean isRaised(String name) {
        return RAISED.contains(name);
    }
}
