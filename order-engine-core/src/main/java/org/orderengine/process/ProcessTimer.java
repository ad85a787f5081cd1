package org.orderengine.process;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/**
 * A timer that runs while a state is active. Either a duration or a rule says when it is due.
 *
 * @param in how long after entering the state it fires: more than zero, at most {@link #MAX_IN}
 * @param at the name of the rule that says when it fires
 * @param transitions what is tried in order when it fires
 */
public record ProcessTimer(@Nullable Duration in, @Nullable String at, List<ProcessTransition> transitions) {

    /** The built-in rule: until when the balance behind a deposit may be paid, a while after the order was placed, however often it is asked. */
    public static final String BALANCE_DEADLINE = "balance-deadline";

    /**
     * The built-in rule: the date for which the order is promised. The timer starts once there is such a date, and falls due otherwise when that
     * changes.
     */
    public static final String PROMISED = "promised";

    /** The longest duration of a timer: 36500 days, a hundred years. */
    public static final Duration MAX_IN = Duration.ofDays(36_500);

    public ProcessTimer {
        transitions = List.copyOf(transitions);
        if ((in == null) == (at == null)) {
            throw new IllegalArgumentException("a timer has either a duration or a rule");
        }
        if (in != null && (in.isNegative() || in.isZero() || in.compareTo(MAX_IN) > 0)) {
            throw new IllegalArgumentException("a timer of " + in + " is not more than zero and at most " + MAX_IN);
        }
    }

    /** Whether the date that an order is promised for says when it is due. */
    public boolean isPromised() {
        return PROMISED.equals(at);
    }

    /** Whether it does not start in an order, since that is promised for no date. */
    public boolean isUnset(Order order) {
        return isPromised() && order.promisedAt() == null;
    }
}
