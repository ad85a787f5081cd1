package org.orderengine.testkit;

import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;

/**
 * A call that a fake service got, and its answer.
 *
 * @param request what was asked for; null where it was asked what became of an earlier call
 * @param context what came with it
 * @param result the answer
 */
public record ServiceCall(@Nullable Effect request, CallContext context, EffectResult result) {

    /** Whether it asked what became of an earlier call. */
    public boolean isQuery() {
        return request == null;
    }
}
