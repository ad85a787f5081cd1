package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The key of a timer: its name, and the machine that it belongs to.
 *
 * <p>A key is unique among the timers that run in one order. Its text is the timer's name, for example {@code unpaid}. A timer
 * of a payment, shipment or return has the kind and the id before the name, for example {@code shipment s1 lost}.
 *
 * <pre>{@code
 * order.flow().timer(TimerKey.own("unpaid"));
 * order.flow().timer(TimerKey.parse("shipment s1 lost"));
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param child the payment, shipment or return whose machine has the timer; null for the order's own machine
 * @param name the timer's name, as the process definition gives it
 */
public record TimerKey(@Nullable ChildRef child, String name) {

    public TimerKey {
        Checks.requireText(name, "timer");
    }

    /** A timer of the order's own machine. */
    public static TimerKey own(String name) {
        return new TimerKey(null, name);
    }

    /** Reads what {@link #toString} writes. Text of another form is the name of a timer of the order's own machine. */
    public static TimerKey parse(String text) {
        int first = text.indexOf(' ');
        int last = text.lastIndexOf(' ');
        if (first < 0 || first == last) {
            return own(text);
        }
        ChildKind kind = ChildKind.named(text.substring(0, first));
        String id = text.substring(first + 1, last);
        String name = text.substring(last + 1);
        return kind == null || id.isBlank() || name.isBlank() ? own(text) : new TimerKey(new ChildRef(kind, id), name);
    }

    /** The key as text: {@code unpaid}, or {@code shipment s1 lost}. */
    @Override
    public String toString() {
        return child == null ? name : child.nameOf(name);
    }
}
