package org.orderengine.testkit.contract;

import org.orderengine.effect.NotDoneException;
import java.util.function.Supplier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Done;

/**
 * The calls that the contracts of this package make. Orders and keys bear the name of the running process, so that they are
 * new ones at every run, also to a system that remembers those of the last.
 */
final class Calls {

    private static final String RUN = ProcessHandle.current().pid() + "-"
            + ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(Instant::getEpochSecond)
                    .orElse(0L);
    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");
    private static final AtomicLong LAST = new AtomicLong();

    private Calls() {}

    /** An order that no service has heard of. */
    static String newOrder() {
        return "contract-" + RUN + "-" + LAST.incrementAndGet();
    }

    /** The first call of a new intent for an order. */
    static CallContext newCall(String orderId) {
        return call(orderId, orderId + "/" + LAST.incrementAndGet(), 1);
    }

    /** The next call of the same intent. */
    static CallContext again(CallContext call) {
        return call(call.orderId(), call.idempotencyKey(), call.attempt() + 1);
    }

    /** Starts all calls together and returns their answers. */
    static List<EffectResult> together(int callers, Callable<EffectResult> call) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CyclicBarrier start = new CyclicBarrier(callers);
            List<Future<EffectResult>> pending = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                pending.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return call.call();
                }));
            }
            List<EffectResult> answers = new ArrayList<>();
            for (Future<EffectResult> answer : pending) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException thrown) {
            throw new AssertionError("a call threw instead of answering", thrown.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** An answer as the engine takes it: what is thrown is unknown, unless it says that nothing was done. */
    static EffectResult answer(Supplier<EffectResult> call) {
        try {
            return call.get();
        } catch (NotDoneException notDone) {
            return EffectResult.failed(String.valueOf(notDone.getMessage()));
        } catch (RuntimeException thrown) {
            return EffectResult.unknown("it threw " + thrown.getClass().getName());
        }
    }

    /** How many of the answers say done. */
    static long done(List<EffectResult> answers) {
        return answers.stream().filter(Done.class::isInstance).count();
    }

    private static CallContext call(String orderId, String key, int attempt) {
        return new CallContext(orderId, key, NEVER, attempt);
    }
}
