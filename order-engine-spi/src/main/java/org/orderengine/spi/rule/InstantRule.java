package org.orderengine.spi.rule;

import java.time.Instant;
import org.orderengine.model.Order;

/**
 * A rule of the host's own for when a timer is due, where no fixed duration fits.
 *
 * <pre>{@code
 * builder.rule("end-of-day", (order, now) -> now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
 * }</pre>
 *
 * <p>It must be pure, like a {@link Guard}. It is asked by any thread.
 */
@FunctionalInterface
public interface InstantRule {

    /** When the timer that starts at {@code now} is due. One in the past fires at once. */
    Instant dueAt(Order order, Instant now);
}
