package org.orderengine.command;

import org.jspecify.annotations.Nullable;

/**
 * The command that an order follows another process definition from here on. An order that follows it already stays as it is.
 *
 * @param orderId the order
 * @param migration what becomes of its states, timers and pending effects
 * @param commandId the idempotency key; null makes every call a new command
 */
public record MigrateOrder(String orderId, Migration migration, @Nullable String commandId) implements Command {}
