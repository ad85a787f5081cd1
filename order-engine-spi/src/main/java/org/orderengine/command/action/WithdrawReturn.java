package org.orderengine.command.action;

/** The action {@code withdraw-return}: the buyer takes a request to return back. For one thread. */
public final class WithdrawReturn extends ActionBuilder<WithdrawReturn> {

    private WithdrawReturn(String orderId) {
        super(orderId, "withdraw-return");
    }

    /** The action on an order, to be completed. */
    public static WithdrawReturn on(String orderId) {
        return new WithdrawReturn(orderId);
    }

    /** Which return; without it the only one that it can mean. */
    public WithdrawReturn returned(String text) {
        return set("return", text);
    }

    /** Why, for the history. */
    public WithdrawReturn reason(String text) {
        return set("reason", text);
    }
}
