package org.orderengine.spi.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/**
 * A condition of the host's own that process definitions can name. Pure: the same order and instant give the same answer,
 * and nothing is changed or called. Asked at most once per candidate and step, by any thread.
 */
@FunctionalInterface
public interface Guard {

    /** Null when the order fulfills the condition at {@code now}; otherwise the reason why not, for people. */
    @Nullable
    String refusal(Order order, Instant now);
}
