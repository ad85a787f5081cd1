package org.orderengine.command.action;

/** The action {@code expire-authorization}: the provider no longer keeps what it authorized; booked in every state, and what it covered can be paid otherwise. For one thread. */
public final class ExpireAuthorization extends ActionBuilder<ExpireAuthorization> {

    private ExpireAuthorization(String orderId) {
        super(orderId, "expire-authorization");
    }

    /** The action on an order, to be completed. */
    public static ExpireAuthorization on(String orderId) {
        return new ExpireAuthorization(orderId);
    }

    /** Which payment; without it the first with money authorized. */
    public ExpireAuthorization payment(String text) {
        return set("payment", text);
    }
}
