package org.orderengine.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.orderengine.dispatch.Redacted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that work on what is due. Each sleeps until the next order falls due, at most a second.
 *
 * <p>One more thread watches over them: a worker that waits for a service beyond the deadline of its call is replaced, so that a
 * service that hangs does not hold up orders that do not need it. A worker that comes back ends when there is one too many.
 *
 * <p>Safe for any number of threads.
 */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final EngineParts parts;
    private final Set<Thread> threads = new LinkedHashSet<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private int wanted;
    private int started;

    Workers(EngineParts parts) {
        this.parts = parts;
    }

    synchronized void start(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("cannot start " + number + " workers; start at least 1");
        }
        if (wanted > 0 || isClosing()) {
            throw new IllegalStateException("the workers were started before, or the engine is closed");
        }
        wanted = number;
        replace();
        start(this::watch, "order-engine-watch");
    }

    private static Thread start(Runnable what, String name) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void watch() {
        while (!isClosing()) {
            replace();
            if (sleep(LONGEST_SLEEP)) {
                return;
            }
        }
    }

    private synchronized void replace() {
        while (!isClosing() && threads.size() - overdue() < wanted) {
            if (started >= wanted) {
                LOG.warn("a service is past its deadline and holds a worker; another one is started");
            }
            threads.add(start(this::run, "order-engine-worker-" + ++started));
        }
    }

    private long overdue() {
        return threads.stream().filter(this::isOverdue).count();
    }

    /** Whether this worker is one too many, and ends. */
    private synchronized boolean leaves() {
        return threads.size() - overdue() > wanted && threads.remove(Thread.currentThread());
    }

    private void run() {
        while (!isClosing() && !leaves()) {
            int worked = 0;
            try {
                worked = parts.dispatch().dueWork().runDue(parts.time().instant());
            } catch (RuntimeException unavailable) {
                LOG.warn("due work could not be taken up; trying again", Redacted.of(unavailable));
            }
            if (worked == 0 && sleep(pause())) {
                return;
            }
        }
    }

    /** Sleeps for a while. Returns whether the engine was closed meanwhile. */
    private boolean sleep(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Duration pause() {
        try {
            Instant now = parts.time().instant();
            Duration untilDue = parts.orders()
                    .nextDue()
                    .map(due -> Duration.between(now, due).plusMillis(1))
                    .orElse(LONGEST_SLEEP);
            if (untilDue.compareTo(LONGEST_SLEEP) > 0) {
                return LONGEST_SLEEP;
            }
            return untilDue.isNegative() ? Duration.ofMillis(10) : untilDue;
        } catch (RuntimeException unavailable) {
            return LONGEST_SLEEP;
        }
    }

    /** Waits for the workers, except those that a service holds beyond its deadline. Their effects stay owed. */
    @Override
    public void close() {
        closing.countDown();
        for (Thread thread : workers()) {
            try {
                while (thread.isAlive() && !isOverdue(thread)) {
                    thread.join(100);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized List<Thread> workers() {
        return List.copyOf(threads);
    }

    private boolean isOverdue(Thread thread) {
        return parts.dispatch().callsUnderWay().isOverdue(thread, parts.time().instant());
    }
}
