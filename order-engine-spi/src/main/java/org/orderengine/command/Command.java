package org.orderengine.command;

import org.jspecify.annotations.Nullable;

/** Something an order is asked to do. */
public sealed interface Command permits PlaceOrder, Action, FireTimer, AnswerEffects, ResolveEffect, MigrateOrder {

    /** The order. */
    String orderId();

    /**
     * The idempotency key: the same id with the same content gets the same answer and has one effect, with other content it
     * is refused (D2). Without one every call counts as a new intent.
     */
    @Nullable
    String commandId();
}
