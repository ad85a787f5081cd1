package org.orderengine.examples.retail;

/** A row is neither a sale nor a cancellation. */
final class SetAsideException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason why, in kebab-case */
    SetAsideException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
