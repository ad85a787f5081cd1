package org.orderengine.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.orderengine.orders.stored.Pauses;

/** Pauses in real time: at first two milliseconds, then twice as long each time, up to a tenth of a second. */
final class RealPauses implements Pauses {

    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(100);

    private final long started = System.nanoTime();
    private final long atMost;
    private long pause = FIRST;

    RealPauses(Duration atMost) {
        this.atMost = TimeUnit.NANOSECONDS.convert(atMost);
    }

    @Override
    public boolean next() {
        long left = atMost - (System.nanoTime() - started);
        if (left <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(pause, left));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        pause = Math.min(2 * pause, LONGEST);
        return true;
    }
}
