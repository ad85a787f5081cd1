package org.orderengine.machine.definition;

/**
 * What sets off a transition: an event, any event, or the end of a state that has states of its own.
 *
 * @param <S> the states
 * @param <E> the events
 */
public sealed interface Trigger<S, E> {

    /**
     * An event. Among string events a descriptor stands for its own name and for all longer names that continue it after a dot:
     * {@code error} matches {@code error} and {@code error.network.timeout}, not {@code errors}. A trailing {@code .} or {@code .*} says the same and
     * is dropped.
     *
     * @param event the event, or among string events the descriptor
     */
    record On<S, E>(E event) implements Trigger<S, E> {

        /** Refuses {@code *} among string events, which is {@link Any}. */
        public On {
            event = canonical(event);
        }

        @SuppressWarnings("unchecked")
        private static <E> E canonical(E event) {
            return event instanceof String text ? (E) withoutWildcard(text) : event;
        }

        private static String withoutWildcard(String text) {
            String name = text;
            if (name.endsWith(".*")) {
                name = name.substring(0, name.length() - 2);
            } else if (name.endsWith(".")) {
                name = name.substring(0, name.length() - 1);
            }
            if (name.isBlank() || name.equals("*")) {
                throw new IllegalArgumentException(
                        "Event descriptor '" + text + "' names no event; use onAny() for all of them");
            }
            return name;
        }

        @Override
        public String toString() {
            return event.toString();
        }
    }

    /** Any event at all, raised ones and the ends of states included. */
    record Any<S, E>() implements Trigger<S, E> {

        @Override
        public String toString() {
            return "*";
        }
    }

    /**
     * The end of a state: a compound one has entered a final child, or each region of a parallel one has. Among string events it is the
     * event {@code done.state.NAME}.
     *
     * @param state the compound or parallel state
     */
    record Done<S, E>(S state) implements Trigger<S, E> {

        @Override
        public String toString() {
            return DONE_PREFIX + state;
        }
    }

    /** What the name of the event that announces a state's end starts with, where events are strings. */
    String DONE_PREFIX = "done.state.";

    /** The trigger for an event, or for {@code *} among string events. */
    static <S, E> Trigger<S, E> on(E event) {
        return event.equals("*") ? new Any<>() : new On<>(event);
    }
}
