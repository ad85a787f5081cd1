package org.orderengine.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that work on what is due. Each sleeps until the next order falls due, at most a second. */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final EngineParts parts;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    Workers(EngineParts parts) {
        this.parts = parts;
    }

    synchronized void start(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("cannot start " + number + " workers; start at least 1");
        }
        if (!threads.isEmpty() || closing.getCount() == 0) {
            throw new IllegalStateException("the workers were started before, or the engine is closed");
        }
        for (int i = 1; i <= number; i++) {
            Thread thread = new Thread(this::run, "order-engine-worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void run() {
        while (closing.getCount() > 0) {
            int worked = 0;
            try {
                worked = parts.dispatch().dueWork().runDue(parts.time().instant());
            } catch (RuntimeException unavailable) {
                LOG.warn("due work could not be taken up; trying again", unavailable);
            }
            if (worked == 0 && sleep()) {
                return;
            }
        }
    }

    /** Sleeps until something may be due; says whether the engine was closed meanwhile. */
    private boolean sleep() {
        try {
            return closing.await(pause().toMillis(), TimeUnit.MILLISECONDS);
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

    @Override
    public synchronized void close() {
        closing.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }
}
