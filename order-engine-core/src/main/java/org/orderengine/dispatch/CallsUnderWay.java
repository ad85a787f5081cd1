package org.orderengine.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls to the host's services that have not come back, by the thread that waits for each. Safe for any number of threads. */
public final class CallsUnderWay {

    private final Map<Thread, Instant> deadlines = new ConcurrentHashMap<>();

    CallsUnderWay() {}

    /** This thread calls a service. */
    void begin(Instant deadline) {
        deadlines.put(Thread.currentThread(), deadline);
    }

    /** The call of this thread has come back. */
    void end() {
        deadlines.remove(Thread.currentThread());
    }

    /** Whether a thread waits for a call that should have come back by now. */
    public boolean isOverdue(Thread thread, Instant now) {
        Instant deadline = deadlines.get(thread);
        return deadline != null && deadline.isBefore(now);
    }
}
