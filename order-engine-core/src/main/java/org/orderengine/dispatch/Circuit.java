package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.CircuitPolicy;

/** Whether a service is called: closed, open, or half open while one call tries it. For any number of threads. */
final class Circuit {

    private final CircuitPolicy policy;
    private int failures;
    private @Nullable Instant openUntil;
    private boolean trying;
    private Duration pause;

    Circuit(CircuitPolicy policy) {
        this.policy = policy;
        this.pause = policy.pause();
    }

    /** Asks to call the service; null if it may be called, otherwise when to ask again. Whoever may call says how it went. */
    synchronized @Nullable Instant enter(Instant now) {
        if (openUntil == null) {
            return null;
        }
        if (now.isBefore(openUntil)) {
            return openUntil;
        }
        if (trying) {
            return now.plus(policy.pause());
        }
        trying = true;
        return null;
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
