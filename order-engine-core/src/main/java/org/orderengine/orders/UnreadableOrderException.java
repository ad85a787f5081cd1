package org.orderengine.orders;

/**
 * What is stored of an order cannot be read: it is damaged, a newer version of the library wrote it, or it is that of another order. Reading
 * it again will not help; other orders are not concerned.
 */
public final class UnreadableOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String orderId;

    /** An order that cannot be read, and why. */
    public UnreadableOrderException(String orderId, Throwable cause) {
        super("Order " + orderId + " cannot be read: " + cause.getMessage() + "; orders().raw shows what is stored", cause);
        this.orderId = orderId;
    }

    /** The order. */
    public String orderId() {
        return orderId;
    }
}
