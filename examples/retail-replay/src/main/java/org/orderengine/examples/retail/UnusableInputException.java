package org.orderengine.examples.retail;

import org.jspecify.annotations.Nullable;

/** What the program was given cannot be used; the message says why. */
final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableInputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
