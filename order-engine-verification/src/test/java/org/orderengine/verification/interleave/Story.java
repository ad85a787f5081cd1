package org.orderengine.verification.interleave;

import java.util.Map;

/** What is told anew for each way in which its commands can meet: everything it needs is its own. */
public interface Story {

    /** The commands that run side by side, by name; asked for once, when all that goes before has happened. */
    Map<String, Runnable> commands();

    /** Looks at how things stand when all commands have ended; throws an {@link AssertionError} if they stand wrong. */
    void check();
}
