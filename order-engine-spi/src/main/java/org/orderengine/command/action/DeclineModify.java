package org.orderengine.command.action;

/** The action {@code decline-modify}: the change that waits is dropped. For one thread. */
public final class DeclineModify extends ActionBuilder<DeclineModify> {

    private DeclineModify(String orderId) {
        super(orderId, "decline-modify");
    }

    /** The action on an order, to be completed. */
    public static DeclineModify on(String orderId) {
        return new DeclineModify(orderId);
    }

    /** Which change; without it the one that waits. */
    public DeclineModify proposal(String text) {
        return set("proposal", text);
    }

    /** Why, for the history. */
    public DeclineModify reason(String text) {
        return set("reason", text);
    }
}
