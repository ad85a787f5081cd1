package org.orderengine.spi.rule;

import org.jspecify.annotations.Nullable;

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
     * @param context the order before and as it would stand, and the action
     * @param child the id of the payment, shipment or return within it
     */
    @Nullable
    String refusal(GuardContext context, String child);
}
