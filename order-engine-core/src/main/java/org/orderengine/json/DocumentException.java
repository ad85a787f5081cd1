package org.orderengine.json;

import org.jspecify.annotations.Nullable;

/**
 * A document that a store gave back cannot be read: it is damaged, or a newer version of the library wrote it. Reading it
 * again will not help; other orders are not concerned.
 */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String orderId;
    private final String path;

    DocumentException(@Nullable String orderId, String path, String problem, @Nullable Throwable cause) {
        super(
                (orderId == null ? "A document" : "The document of order " + orderId) + " cannot be read"
                        + (path.isEmpty() ? "" : " at " + path) + ": " + problem,
                cause);
        this.orderId = orderId;
        this.path = path;
    }

    /** The order, or null where the document does not say so before it goes wrong. */
    public @Nullable String orderId() {
        return orderId;
    }

    /** Where in the document it goes wrong, as a JSON pointer (RFC 6901): {@code /lines/0/sku}; empty for the whole. */
    public String path() {
        return path;
    }
}
