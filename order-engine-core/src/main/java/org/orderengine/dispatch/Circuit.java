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
        failures = 0;
        openUntil = null;
        trying = false;
        pause = policy.pause();
    }

    /**
     * The service did not answer, or failed.
     *
     * @return whether the circuit is open because of it
     */
    synchronized boolean failed(Instant now) {
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
