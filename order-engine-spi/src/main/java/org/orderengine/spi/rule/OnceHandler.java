package org.orderengine.spi.rule;

import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;

/**
 * Work that must not be repeated while it is not known whether it was done.
 *
 * @param work does it
 * @param query says what became of it; null where nothing does
 */
record OnceHandler(HostEffectHandler work, @Nullable HostEffectHandler query) implements HostEffectHandler {

    @Override
    public EffectResult perform(Order order, CallContext call) {
        return work.perform(order, call);
    }

    @Override
    public EffectResult query(Order order, CallContext call) {
        return query == null ? work.query(order, call) : query.perform(order, call);
    }

    @Override
    public LostAnswer whenLost() {
        return query == null ? LostAnswer.PARK : LostAnswer.ASK;
    }
}
