package org.orderengine.spi.rule;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;

/**
 * Outside work of the host's own that process definitions can name. Idempotent by the call's key, called after the commit
 * that owed it, by any thread, and never within a store's transaction. What it throws counts as {@code failed} and is tried
 * again with the same key.
 */
@FunctionalInterface
public interface HostEffectHandler {

    /** Does the work. {@code order} is the order as it was when the work was owed or last retried. */
    EffectResult perform(Order order, CallContext call);
}
