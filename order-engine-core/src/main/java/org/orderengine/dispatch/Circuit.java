package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.policy.CircuitPolicy;

/**
 * A circuit breaker of one service: closed, open, or half open while one call tries it. While a call is past its deadline and has
 * not come back, no other is made, since it would hang too and hold a thread. Safe for any number of threads.
 */
final class Circuit {

    private final CircuitPolicy policy;
    private final List<Instant> deadlines = new ArrayList<>();
    private int failures;
    private @Nullable Instant openUntil;
    private boolean trying;
    private Duration pause;
    private @Nullable Trouble trouble;

    /**
     * What calls of a service throw, again and again.
     *
     * @param type the class of what is thrown
     * @param place where it is thrown: the topmost line that is not of the JDK
     * @param times how often in a row
     * @param since when it was thrown first
     */
    record Trouble(String type, String place, int times, Instant since) {}

    /** So many calls in a row that throw the same class are a fault of the adapter. */
    private static final int SAME = 3;

    Circuit(CircuitPolicy policy) {
        this.policy = policy;
        this.pause = policy.pause();
    }

    /**
     * Asks to call the service; null if it may be called, otherwise when to ask again. After a permitted call, report {@link #answered}
     * or {@link #failed}, and then {@link #leave}.
     *
     * @param deadline when the call should have come back
     */
    synchronized @Nullable Instant enter(Instant now, Instant deadline) {
        if (openUntil != null && now.isBefore(openUntil)) {
            return openUntil;
        }
        if ((openUntil != null && trying) || isAnyOverdue(now)) {
            return now.plus(policy.pause());
        }
        trying = openUntil != null;
        deadlines.add(deadline);
        return null;
    }

    private boolean isAnyOverdue(Instant now) {
        if (policy.failures() > 0) {
            for (Instant deadline : deadlines) {
                if (deadline.isBefore(now)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A call with that deadline has come back. */
    synchronized void leave(Instant deadline) {
        deadlines.remove(deadline);
    }

    /** The service answered. */
    synchronized void answered() {
        trouble = null;
        failures = 0;
        openUntil = null;
        trying = false;
        pause = policy.pause();
    }

    /**
     * A call of the service threw.
     *
     * @return whether the circuit is open because of it
     */
    synchronized boolean threw(Throwable thrown, Instant now) {
        String type = thrown.getClass().getName();
        Trouble before = trouble;
        Trouble after = before != null && before.type().equals(type)
                ? new Trouble(type, before.place(), before.times() + 1, before.since())
                : new Trouble(type, Thrown.place(thrown), 1, now);
        trouble = after;
        if (after.times() == SAME && policy.failures() > SAME) {
            failures = policy.failures() - 1;
        }
        return failed(after, now);
    }

    /** How calls of the service have gone lately. */
    synchronized ServiceState state(String service) {
        Trouble what = trouble;
        return what == null || what.times() < SAME
                ? new ServiceState(service, openUntil, null, null, 0, null)
                : new ServiceState(service, openUntil, what.type(), what.place(), what.times(), what.since());
    }

    /**
     * The service did not answer, or failed.
     *
     * @return whether the circuit is open because of it
     */
    synchronized boolean failed(Instant now) {
        return failed(null, now);
    }

    private boolean failed(@Nullable Trouble what, Instant now) {
        trouble = what;
        if (policy.failures() == 0) {
            return false;
        }
        if (trying) {
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(policy.longestPause()) > 0 ? policy.longestPause() : pause;
            trying = false;
            openUntil = now.plus(pause);
            return true;
        }
        if (openUntil == null && ++failures >= policy.failures()) {
            openUntil = now.plus(pause);
            return true;
        }
        return false;
    }
}
