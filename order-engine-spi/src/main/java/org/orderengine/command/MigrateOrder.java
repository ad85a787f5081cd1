package org.orderengine.command;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.By;

/**
 * The command that an order follows another process definition from here on. An order that follows it already stays as it is.
 *
 * @param orderId the order
 * @param migration what becomes of its states, timers and pending effects
 * @param commandId the idempotency key; null makes every call a new command
 * @param by who gave it, and why
 */
public record MigrateOrder(String orderId, Migration migration, @Nullable String commandId, By by) implements Command {

    public MigrateOrder {
        Given.given(orderId, "the order's id");
        Given.given(migration, "the migration");
        Given.given(by, "who gave the command");
    }

    /** By a program that says nothing of itself. */
    public MigrateOrder(String orderId, Migration migration, @Nullable String commandId) {
        this(orderId, migration, commandId, By.SYSTEM);
    }
}
