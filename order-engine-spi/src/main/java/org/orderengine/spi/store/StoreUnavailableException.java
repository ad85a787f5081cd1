package org.orderengine.spi.store;

import org.jspecify.annotations.Nullable;

/**
 * The store could not be reached, or its answer was lost. After a commit the outcome is unknown: try again with the same
 * command id.
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
