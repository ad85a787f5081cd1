package org.orderengine.orders.stored;

/** The pauses of a thread that waits for something, until its time is up. */
@FunctionalInterface
public interface Pauses {

    /** Pauses once, and says whether to look again: not when the time is up or the thread was interrupted, which it then still is. */
    boolean next();
}
