package org.orderengine.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.orderengine.dispatch.Redacted;
import org.orderengine.feed.Subscription;
import org.orderengine.feed.delivery.SubscriptionWork;
import org.orderengine.spi.store.FeedStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of an engine that serve the feed: one that gives commits their places, and one for each subscription, so that a listener that
 * hangs holds up nobody else.
 *
 * <p>While nothing happens they look ever more seldom, down to once a second. A commit of this node wakes them; there are at most fifty
 * rounds a second unless a whole batch was found.
 */
final class FeedThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedThreads.class);
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final EngineFeed feed;
    private final Duration patience;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isClosing;

    /** @param patience how long closing waits for listeners */
    FeedThreads(EngineFeed feed, Duration patience) {
        this.feed = feed;
        this.patience = patience;
    }

    synchronized void start() {
        start("gather", FeedStore.BATCH, feed::gather);
        for (Subscription subscription : feed.subscriptions()) {
            start(subscription.name(), SubscriptionWork.PAGE, () -> feed.work().deliver(subscription, () -> isClosing));
        }
    }

    private void start(String name, int whole, IntSupplier work) {
        Thread thread = new Thread(() -> run(whole, work), "order-engine-feed-" + name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void run(int whole, IntSupplier work) {
        Duration pause = SHORTEST;
        while (!isClosing) {
            long seen = feed.signal().given();
            int done = round(work);
            if (done < whole) {
                pause = done > 0 || sleep(seen, pause) ? SHORTEST : longer(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    /** Rests for a moment, and then until there is something new; says whether there is. */
    private boolean sleep(long seen, Duration pause) {
        try {
            Thread.sleep(SHORTEST.toMillis());
            return feed.signal().await(seen, pause);
        } catch (InterruptedException interrupted) {
            LOG.debug("a thread of the feed was interrupted and goes on: only closing the engine ends it");
            return false;
        }
    }

    @SuppressWarnings("CatchThrowable") // an Error costs one round, not the thread
    private static int round(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (Throwable thrown) {
            LOG.warn("the feed could not be served; trying again", Redacted.of(thrown));
            return 0;
        } finally {
            Thread.interrupted();
        }
    }

    /** Waits for what is being delivered, at most for a while. */
    @Override
    public void close() {
        isClosing = true;
        feed.signal().give();
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads()) {
            try {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized List<Thread> threads() {
        return List.copyOf(threads);
    }
}
