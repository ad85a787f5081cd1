package org.orderengine.testkit.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.spi.rule.HostEffectHandler;

/** An effect of the host's own in a scenario: it gives its answers one by one, then always "done". What it decided under a key it says again. */
final class ScriptedEffect implements HostEffectHandler {

    private final Deque<EffectAnswer> script;
    private final Map<String, EffectResult> decided = new HashMap<>();

    ScriptedEffect(List<EffectAnswer> answers) {
        this.script = new ArrayDeque<>(answers);
    }

    @Override
    public synchronized EffectResult perform(Order order, CallContext call) {
        EffectResult before = decided.get(call.idempotencyKey());
        if (before != null) {
            return before;
        }
        EffectAnswer answer = script.isEmpty() ? EffectAnswer.DONE : script.remove();
        EffectResult result = answer.result();
        if (answer == EffectAnswer.DONE || answer == EffectAnswer.DECLINED) {
            decided.put(call.idempotencyKey(), result);
        }
        return result;
    }
}
