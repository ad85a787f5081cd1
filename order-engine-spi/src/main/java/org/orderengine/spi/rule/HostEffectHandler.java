package org.orderengine.spi.rule;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;

/**
 * Outside work of the host's own, which process definitions name.
 *
 * <pre>{@code
 * builder.effect("invoice.issue", (order, call) -> EffectResult.done(invoices.issue(call.idempotencyKey(), order.totals())));
 * }</pre>
 *
 * <p>It must be idempotent by the call's key. It is called after the commit that owes it, by any thread, never within a store's
 * transaction. An exception counts as {@code failed}, and the call is made again with the same key.
 */
@FunctionalInterface
public interface HostEffectHandler {

    /** Does the work. {@code order} is the order as it was when the work was owed or last tried. */
    EffectResult perform(Order order, CallContext call);
}
