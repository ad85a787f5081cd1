package org.orderengine.spi.rule;

import java.time.Instant;
import org.orderengine.model.Order;

/**
 * A rule of the host's own that says when a timer is due, for timers that no fixed duration fits. Pure, like a {@link
 * Guard}.
 */
@FunctionalInterface
public interface InstantRule {

    /** When the timer that starts at {@code now} is due. One in the past fires at once. */
    Instant dueAt(Order order, Instant now);
}
