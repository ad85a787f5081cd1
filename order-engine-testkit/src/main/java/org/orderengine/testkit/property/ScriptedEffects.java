package org.orderengine.testkit.property;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.spi.rule.HostEffectHandler;
import org.orderengine.testkit.Answer;

/** An effect of a host's own that does everything once per key, unless it is told otherwise. */
final class ScriptedEffects implements HostEffectHandler {

    private final Deque<Answer> script = new ArrayDeque<>();
    private final Map<String, EffectResult> decided = new HashMap<>();

    synchronized void answer(Answer answer) {
        script.add(answer);
    }

    @Override
    public synchronized EffectResult perform(Order order, CallContext call) {
        EffectResult before = decided.get(call.idempotencyKey());
        if (before != null) {
            return before;
        }
        Answer answer = script.isEmpty() ? Answer.APPROVED : script.remove();
        EffectResult result =
                switch (answer) {
                    case APPROVED -> EffectResult.done();
                    case DECLINED -> new EffectResult.Declined("effect-declined", "The host says no (scripted)");
                    case UNKNOWN, UNKNOWN_DONE, PENDING -> EffectResult.unknown("scripted: the answer was lost");
                    case FAILED -> EffectResult.failed("scripted: it failed");
                };
        if (answer == Answer.UNKNOWN_DONE) {
            decided.put(call.idempotencyKey(), EffectResult.done());
        } else if (answer == Answer.APPROVED || answer == Answer.DECLINED) {
            decided.put(call.idempotencyKey(), result);
        }
        return result;
    }
}
