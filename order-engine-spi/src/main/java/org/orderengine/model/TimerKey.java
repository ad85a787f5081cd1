package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a timer among all that run in its order, which tells whose machine has it.
 *
 * @param child the payment, shipment or return whose machine has it; null for the order's own
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

    /** The key as text: the timer's name, behind its payment, shipment or return where it is of one. */
    @Override
    public String toString() {
        return child == null ? name : child.nameOf(name);
    }
}
