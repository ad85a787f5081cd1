package org.orderengine.engine;

import java.time.Duration;

/** Tells the threads of the feed that there is something new, so that they need not look all the time. Safe for any number of threads. */
final class FeedSignal {

    private long given;

    synchronized void give() {
        given++;
        notifyAll();
    }

    /** How often it was given. */
    synchronized long given() {
        return given;
    }

    /** Waits until it was given more often than that, at most for a while. */
    @SuppressWarnings("WaitNotInLoop") // who comes back early looks once more than needed
    synchronized boolean await(long seen, Duration longest) throws InterruptedException {
        if (given == seen) {
            wait(longest.toMillis());
        }
        return given != seen;
    }
}
