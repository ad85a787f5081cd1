package org.orderengine.command.action;

/** The action {@code modify}: lines, coupons or delivery change, and the order is priced anew. For one thread. */
public final class Modify extends ChangeBuilder<Modify> {

    private Modify(String orderId) {
        super(orderId, "modify");
    }

    /** The action on an order, to be completed. */
    public static Modify on(String orderId) {
        return new Modify(orderId);
    }
}
