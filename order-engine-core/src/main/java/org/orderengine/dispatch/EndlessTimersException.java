package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Stuck;

/** A timer of an order fires again and again at one instant, so that its due work would never come to an end. */
final class EndlessTimersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Stuck before;

    /**
     * A timer that does not come to rest.
     *
     * @param before why the order was put off before it was worked on this time; its firings have ended that
     */
    EndlessTimersException(String order, String timer, int times, @Nullable Stuck before) {
        super("Order " + order + ": timer " + timer + " fired " + times
                + " times at one instant; it is due again whenever it has fired");
        this.before = before;
    }

    /** Why the order was put off before; null if it was not. */
    @Nullable
    Stuck before() {
        return before;
    }
}
