package org.orderengine.spi.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/**
 * A condition on transitions of the machine of a payment, shipment or return.
 *
 * <p>It must be pure and cheap. It is asked once per candidate whenever its machine is, and also to find out what would be
 * allowed, by any thread.
 */
@FunctionalInterface
public interface ChildGuard {

    /**
     * Why the transition may not be taken; null when it may.
     *
     * @param order the order as it would stand
     * @param child the id of the payment, shipment or return within it
     * @param now the instant of the decision
     */
    @Nullable
    String refusal(Order order, String child, Instant now);
}
