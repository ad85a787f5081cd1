package org.orderengine.command.action;

/** The action {@code produce}: the order goes to production. For one thread. */
public final class Produce extends ActionBuilder<Produce> {

    private Produce(String orderId) {
        super(orderId, "produce");
    }

    /** The action on an order, to be completed. */
    public static Produce on(String orderId) {
        return new Produce(orderId);
    }
}
