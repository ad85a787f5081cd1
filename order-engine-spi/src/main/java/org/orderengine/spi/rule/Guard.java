package org.orderengine.spi.rule;

import org.jspecify.annotations.Nullable;

/**
 * A condition of the host's own on transitions, which process definitions name.
 *
 * <pre>{@code
 * builder.guard("member", context -> context.order().customer().memberTier() == null ? "only members can do this" : null);
 * }</pre>
 *
 * <p>It sees the order before the action and the order as it would stand: after {@code ship}, nothing is unshipped of what went. See {@link
 * GuardContext}.
 *
 * <p>It must be pure: the same context gives the same answer, and nothing is changed or called. A guard is asked at most once per
 * candidate and step, by any thread. One that throws is a refusal with the code {@code guard-failed}.
 */
@FunctionalInterface
public interface Guard {

    /** Null when the condition is fulfilled; otherwise the reason why not, for people. */
    @Nullable
    String refusal(GuardContext context);
}
