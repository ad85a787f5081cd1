package org.orderengine.dispatch;

import java.io.Serial;

/** An order is no longer in the store. Stores keep what was committed (S1), so the order was deleted behind the engine. */
final class MissingOrderException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    MissingOrderException(String orderId) {
        super("Order " + orderId + " is not in the store any more; nothing but a host deletes orders");
    }
}
