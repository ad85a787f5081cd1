package org.orderengine.command;

import org.jspecify.annotations.Nullable;

/**
 * The command that a timer of an order fires.
 *
 * <p>The engine makes it when the timer falls due. A late or double firing changes nothing (F7).
 *
 * @param orderId the order
 * @param timer the timer's name
 * @param epoch the revision that started it
 */
public record FireTimer(String orderId, String timer, long epoch) implements Command {

    @Override
    public @Nullable String commandId() {
        return null;
    }
}
