package org.orderengine.command.action;

/** The action {@code send-back}: the buyer has sent goods back. For one thread. */
public final class SendBack extends ActionBuilder<SendBack> {

    private SendBack(String orderId) {
        super(orderId, "send-back");
    }

    /** The action on an order, to be completed. */
    public static SendBack on(String orderId) {
        return new SendBack(orderId);
    }

    /** Which return; without it the only one that it can mean. */
    public SendBack returned(String text) {
        return set("return", text);
    }

    /** Why, for the history. */
    public SendBack reason(String text) {
        return set("reason", text);
    }
}
