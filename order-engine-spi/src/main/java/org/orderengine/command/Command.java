package org.orderengine.command;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.By;

/**
 * A request to change one order.
 *
 * <p>A host makes {@link PlaceOrder}, {@link Action}, {@link ResolveEffect} and {@link MigrateOrder}. The engine makes {@link
 * FireTimer} and {@link AnswerEffects} itself. Every command is decided on the order as the command before it left it (F6).
 *
 * <pre>{@code
 * Outcome outcome = engine.execute(Action.on("o-1", "pay").commandId("c-17").build());
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 */
public sealed interface Command permits PlaceOrder, Action, FireTimer, AnswerEffects, ResolveEffect, MigrateOrder {

    /** The id of the order. */
    String orderId();

    /**
     * The idempotency key of this command on its order; null makes every call a new command.
     *
     * <p>The same id with the same content gets the same answer, and takes effect once. The same id with other content is refused (D2).
     */
    @Nullable
    String commandId();

    /** Who gave it, and why. The history keeps that; the fingerprint does not count it. */
    By by();
}
