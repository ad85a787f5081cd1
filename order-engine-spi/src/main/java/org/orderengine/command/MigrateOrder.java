package org.orderengine.command;

import org.jspecify.annotations.Nullable;

/**
 * Has an order follow another process definition from here on. An order that follows it already is left as it is.
 *
 * @param orderId the order
 * @param migration what becomes of its states, timers and pending effects
 * @param commandId the idempotency key
 */
public record MigrateOrder(String orderId, Migration migration, @Nullable String commandId) implements Command {

    public MigrateOrder {
        Given.given(orderId, "the order's id");
        Given.given(migration, "the migration");
    }
}
