package org.orderengine.process.compiled;

import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.model.By;

/**
 * What a process is asked about.
 *
 * @param action the action's name; null where a timer or an answer moves the order
 * @param payload what goes with it
 * @param isPayloadKnown whether that is known
 * @param by who gives the command, and why
 */
public record Question(@Nullable String action, Payload payload, boolean isPayloadKnown, By by) {

    /** No action: a timer, or the answer of a service. */
    public static final Question NONE = new Question(null, Payload.EMPTY, true, By.SYSTEM);

    /** An action with its payload. */
    public static Question of(Action action) {
        return new Question(action.name(), action.payload(), true, action.by());
    }

    /** Whether an action would be taken, whatever goes with it. */
    public static Question whether(String action) {
        return new Question(action, Payload.EMPTY, false, By.SYSTEM);
    }
}
