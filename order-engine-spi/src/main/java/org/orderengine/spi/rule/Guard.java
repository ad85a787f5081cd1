package org.orderengine.spi.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/**
 * A condition of the host's own on transitions, which process definitions name.
 *
 * <pre>{@code
 * builder.guard("member", (order, now) -> order.customer().memberTier() == null ? "only members can do this" : null);
 * }</pre>
 *
 * <p>It must be pure: the same order and instant give the same answer, and nothing is changed or called. A guard is asked at
 * most once per candidate and step, by any thread.
 */
@FunctionalInterface
public interface Guard {

    /** Null when the order fulfills the condition at {@code now}; otherwise the reason why not, for people. */
    @Nullable
    String refusal(Order order, Instant now);
}
