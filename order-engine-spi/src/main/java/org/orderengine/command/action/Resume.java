package org.orderengine.command.action;

/** The action {@code resume}: the order goes on where it paused. For one thread. */
public final class Resume extends ActionBuilder<Resume> {

    private Resume(String orderId) {
        super(orderId, "resume");
    }

    /** The action on an order, to be completed. */
    public static Resume on(String orderId) {
        return new Resume(orderId);
    }
}
