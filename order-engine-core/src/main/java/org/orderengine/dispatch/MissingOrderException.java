package org.orderengine.dispatch;

import java.io.Serial;

/** An order that was there is not in the store any more. Stores keep what was committed (S1), so this one was deleted behind the engine. */
final class MissingOrderException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    MissingOrderException(String orderId) {
        super("Order " + orderId + " is not in the store any more; nothing but a host deletes orders");
    }
}
