package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The author of a command: a person or a program, as the host names it.
 *
 * <pre>{@code
 * Actor.staff("eve");
 * Actor.provider("stripe");
 * }</pre>
 *
 * <p>The id may be personal, so the text form leaves it out.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param kind what the author is to the order
 * @param id the host's id of the author; null where it has none
 */
public record Actor(Kind kind, @Nullable String id) {

    /** What an author is to an order. */
    public enum Kind {
        /** The person who ordered. */
        BUYER,
        /** A person who works for the shop. */
        STAFF,
        /** A program of the shop, the engine itself among them. */
        SYSTEM,
        /** A service outside, such as a payment provider or a carrier. */
        PROVIDER
    }

    /** The engine, or a program of the shop that gives no id. */
    public static final Actor SOME_SYSTEM = new Actor(Kind.SYSTEM, null);

    /** A buyer; null for a guest. */
    public static Actor buyer(@Nullable String id) {
        return new Actor(Kind.BUYER, id);
    }

    /** A person who works for the shop. */
    public static Actor staff(String id) {
        return new Actor(Kind.STAFF, id);
    }

    /** A program of the shop. */
    public static Actor system(String id) {
        return new Actor(Kind.SYSTEM, id);
    }

    /** A service outside. */
    public static Actor provider(String id) {
        return new Actor(Kind.PROVIDER, id);
    }

    /** Its kind; not the id, which may be personal. */
    @Override
    public String toString() {
        return "Actor[" + kind + "]";
    }
}
