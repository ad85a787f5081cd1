package org.orderengine.command;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.By;

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

    public FireTimer {
        Given.given(orderId, "the order's id");
        Given.given(timer, "the timer");
    }

    @Override
    public @Nullable String commandId() {
        return null;
    }

    @Override
    public By by() {
        return By.SYSTEM;
    }
}
