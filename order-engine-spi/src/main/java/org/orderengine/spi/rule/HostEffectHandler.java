package org.orderengine.spi.rule;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;

/**
 * Outside work of the host's own, which process definitions name.
 *
 * <pre>{@code
 * builder.effect("invoice.issue", (order, call) -> EffectResult.done(invoices.issue(call.idempotencyKey(), order.totals())));
 * builder.effect("label.print", HostEffectHandler.of((order, call) -> printer.print(order)).once());
 * }</pre>
 *
 * <p>What an answer leads to:
 *
 * <ul>
 *   <li>{@code unknown}, and anything thrown: it is called again with the same key, so it must be idempotent by that key. Work made by
 *       {@link #once()} is asked for instead, or left to a person.
 *   <li>{@code failed}, and a {@link org.orderengine.effect.NotDoneException}: it is called again.
 * </ul>
 *
 * <p>Called after the commit that owes it, by any thread, never within a store's transaction.
 */
@FunctionalInterface
public interface HostEffectHandler {

    /** Does the work. {@code order} is the order as it was when the work was owed or last tried. */
    EffectResult perform(Order order, CallContext call);

    /**
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown. Asked only where {@link #whenLost}
     * says so.
     */
    default EffectResult query(Order order, CallContext call) {
        return EffectResult.unknown("nobody knows what became of it");
    }

    /** What becomes of it where it is not known whether it was done. */
    default LostAnswer whenLost() {
        return LostAnswer.CALL_AGAIN;
    }

    /** The same work, left to a person where it is not known whether it was done. */
    default HostEffectHandler once() {
        return new OnceHandler(this, null);
    }

    /**
     * The same work, asked for where it is not known whether it was done.
     *
     * @param query says what became of the call with a key: done, declined, failed (it was never done), or still unknown
     */
    default HostEffectHandler once(HostEffectHandler query) {
        return new OnceHandler(this, query);
    }

    /** A handler as an object, for {@code HostEffectHandler.of((order, call) -> …).once()}. */
    static HostEffectHandler of(HostEffectHandler handler) {
        return handler;
    }
}
