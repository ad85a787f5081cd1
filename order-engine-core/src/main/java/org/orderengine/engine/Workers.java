package org.orderengine.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.orderengine.dispatch.Redacted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that work on what is due. Each sleeps until the next order falls due, at most a second, and ends only when the engine is closed:
 *
 * <ul>
 *   <li>whatever is thrown costs one round, and is logged;
 *   <li>an interrupt that host code leaves behind is cleared after each round;
 *   <li>a worker that ends all the same is logged and replaced.
 * </ul>
 *
 * <p>One more thread watches over them: a worker that waits for the host beyond the deadline of its call is replaced too, so that a
 * service that hangs does not hold up orders that do not need it. A worker that comes back ends when there is one too many.
 *
 * <p>Safe for any number of threads.
 */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final EngineParts parts;
    private final Arrivals arrivals;
    private final Set<Thread> threads = new LinkedHashSet<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicBoolean isRecalled = new AtomicBoolean();
    private int wanted;
    private int started;

    Workers(EngineParts parts, Arrivals arrivals) {
        this.parts = parts;
        this.arrivals = arrivals;
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
            round(() -> {
                replace();
                return 0;
            });
            sleep(LONGEST_SLEEP);
        }
    }

    private synchronized void replace() {
        if (threads.removeIf(thread -> !thread.isAlive()) && !isClosing()) {
            LOG.error("a worker has ended though nothing stopped it; another one is started");
        }
        while (!isClosing() && threads.size() - overdue() < wanted) {
            if (started >= wanted) {
                LOG.warn("{} workers of {} are at work; another one is started", threads.size() - overdue(), wanted);
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
        if (isRecalled.compareAndSet(false, true)) {
            round(() -> {
                arrivals.recall();
                return 0;
            });
        }
        while (!isClosing() && !leaves()) {
            int worked =
                    round(() -> parts.dispatch().dueWork().runDue(parts.time().instant(), this::isClosing));
            int served = isClosing() ? 0 : round(arrivals::ofFreed);
            if (worked + served == 0) {
                sleep(pause());
            }
        }
    }

    /** Does something once, and outlives whatever it throws; the answer is 0 then. */
    @SuppressWarnings("CatchThrowable") // an Error costs one round, not the worker
    private static int round(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (Throwable thrown) {
            LOG.warn("due work could not be taken up; trying again", Redacted.of(thrown));
            return 0;
        } finally {
            Thread.interrupted();
        }
    }

    /** Sleeps for a while, or until the engine is closed. */
    private void sleep(Duration pause) {
        try {
            closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            LOG.debug("a worker was interrupted and goes on: only closing the engine ends it");
        }
    }

    @SuppressWarnings("CatchThrowable") // as in a round
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
        } catch (Throwable unavailable) {
            return LONGEST_SLEEP;
        }
    }

    /**
     * Waits for the workers, at most as long as one call of theirs may take, and not for those that a service holds beyond that: what they owe
     * stays owed.
     */
    @Override
    public void close() {
        closing.countDown();
        long end = System.nanoTime() + parts.dispatch().calls().timeout().toNanos();
        for (Thread thread : workers()) {
            try {
                while (thread.isAlive() && !isOverdue(thread) && System.nanoTime() < end) {
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
        return parts.dispatch().calls().isOverdue(thread, parts.time().instant());
    }
}
