package org.orderengine.command.action;

/** The action {@code approve-return}: a return is approved. For one thread. */
public final class ApproveReturn extends ActionBuilder<ApproveReturn> {

    private ApproveReturn(String orderId) {
        super(orderId, "approve-return");
    }

    /** The action on an order, to be completed. */
    public static ApproveReturn on(String orderId) {
        return new ApproveReturn(orderId);
    }

    /** Which return; without it the only one that it can mean. */
    public ApproveReturn returned(String text) {
        return set("return", text);
    }

    /** Why, for the history. */
    public ApproveReturn reason(String text) {
        return set("reason", text);
    }

    /** Whether the delivery costs nothing any more; without it as the shop's policy says. */
    public ApproveReturn refundShipping(boolean is) {
        return set("refundShipping", is);
    }
}
