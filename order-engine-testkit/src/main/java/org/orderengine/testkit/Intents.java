package org.orderengine.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;

/**
 * What a fake service knows of each idempotency key: the record that makes its calls idempotent and that its queries
 * answer from. Not for several threads: its fake guards it.
 */
final class Intents {

    private static final class Intent {
        private final Effect request;
        private final Supplier<EffectResult> work;
        private final Declined refusal;
        private @Nullable EffectResult decided;
        private boolean isPending;

        private Intent(Effect request, Supplier<EffectResult> work, Declined refusal) {
            this.request = request;
            this.work = work;
            this.refusal = refusal;
        }

        private EffectResult perform() {
            EffectResult result = work.get();
            decided = result;
            return result;
        }

        private EffectResult refuse() {
            decided = refusal;
            return refusal;
        }
    }

    private final Map<String, Intent> intents = new HashMap<>();
    private final List<ServiceCall> calls = new ArrayList<>();

    /**
     * Answers a call: as before if its key is decided, otherwise as scripted.
     *
     * @param script gives the next scripted answer; asked only if the key is not decided yet
     * @param refusal what a scripted no says
     * @param work does the work and says done or declined
     */
    EffectResult call(
            Effect request,
            CallContext call,
            Supplier<@Nullable Answer> script,
            Declined refusal,
            Supplier<EffectResult> work) {
        Intent intent = intents.computeIfAbsent(call.idempotencyKey(), key -> new Intent(request, work, refusal));
        if (!intent.request.equals(request)) {
            throw new IllegalArgumentException("key " + call.idempotencyKey() + " of order " + call.orderId()
                    + " was used for " + intent.request + " and now for " + request + ": a key names one intent");
        }
        EffectResult before = intent.decided;
        return keep(request, call, before != null ? before : answer(intent, script.get(), call));
    }

    /** Answers what became of the call with this key. */
    EffectResult query(CallContext call, @Nullable Answer scripted) {
        Intent intent = intents.get(call.idempotencyKey());
        if (intent == null) {
            return keep(null, call, EffectResult.failed("no call with this key ever came"));
        }
        return keep(
                null,
                call,
                intent.decided == null ? undecided(intent, scripted, call) : decided(intent.decided, scripted));
    }

    /** All calls so far, in order. */
    List<ServiceCall> calls() {
        return List.copyOf(calls);
    }

    private static EffectResult undecided(Intent intent, @Nullable Answer scripted, CallContext call) {
        if (scripted == null && intent.isPending) {
            return pending(call);
        }
        return scripted == null
                ? EffectResult.failed("the call with this key was never carried out")
                : answer(intent, scripted, call);
    }

    private static EffectResult pending(CallContext call) {
        return EffectResult.pending(
                call.deadline().plus(Duration.ofHours(1)),
                Map.of("redirect", "https://pay.example/" + call.idempotencyKey()));
    }

    private static EffectResult decided(EffectResult decided, @Nullable Answer scripted) {
        return scripted == null || scripted == Answer.APPROVED
                ? decided
                : EffectResult.unknown("scripted: asking did not help");
    }

    private static EffectResult answer(Intent intent, @Nullable Answer scripted, CallContext call) {
        return switch (scripted == null ? Answer.APPROVED : scripted) {
            case APPROVED -> intent.perform();
            case DECLINED -> intent.refuse();
            case UNKNOWN -> EffectResult.unknown("scripted: the answer was lost");
            case FAILED -> EffectResult.failed("scripted: it failed");
            case UNKNOWN_DONE -> {
                intent.perform();
                yield EffectResult.unknown("scripted: the answer was lost");
            }
            case PENDING -> {
                intent.isPending = true;
                yield pending(call);
            }
        };
    }

    private EffectResult keep(@Nullable Effect request, CallContext call, EffectResult result) {
        calls.add(new ServiceCall(request, call, result));
        return result;
    }
}
