package org.orderengine.dispatch;

import java.io.Serial;

/** An order follows a process that the engine was not given. */
final class MissingProcessException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    MissingProcessException(String message) {
        super(message);
    }
}
