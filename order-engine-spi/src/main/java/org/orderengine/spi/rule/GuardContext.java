package org.orderengine.spi.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.model.By;
import org.orderengine.model.Order;

/**
 * What a guard can ask: the order before and as it would stand, the action with its payload, who gives it, and the instant.
 *
 * <pre>{@code
 * builder.guard("wrapped", context -> context.before().attributes().containsKey("wrapped-by") ? null : "it is not wrapped yet");
 * builder.guard("has-paper", context -> !context.isPayloadKnown() || context.payload().get("paper") != null ? null : "say which paper");
 * }</pre>
 *
 * <p>The machine is asked twice: for the order as it stands, whether any transition takes the action, and then for the order with the
 * action's entries in its books. The second answer counts.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param before the order as the action found it
 * @param order the order as it would stand: with the action's entries in its books, at its old state
 * @param action the action's name; null where a timer or a service's answer moves the order
 * @param payload what goes with the action; empty where there is none, and where it is not known
 * @param isPayloadKnown whether the payload is known; it is not while {@code orders().allowed} finds out what an order would take. A guard
 *     that throws then counts as a yes
 * @param by who gives the command, and why
 * @param now the instant of the decision
 */
public record GuardContext(
        Order before,
        Order order,
        @Nullable String action,
        Payload payload,
        boolean isPayloadKnown,
        By by,
        Instant now) {

    /** An order as it stands, which no action moves. */
    public static GuardContext of(Order order, Instant now) {
        return new GuardContext(order, order, null, Payload.EMPTY, true, By.SYSTEM, now);
    }
}
