package org.orderengine.command.action;

/** The action {@code request-modify}: a change is asked for and priced: it waits on the order to be confirmed. For one thread. */
public final class RequestModify extends ChangeBuilder<RequestModify> {

    private RequestModify(String orderId) {
        super(orderId, "request-modify");
    }

    /** The action on an order, to be completed. */
    public static RequestModify on(String orderId) {
        return new RequestModify(orderId);
    }

    /** What the change is to be called. */
    public RequestModify proposal(String text) {
        return set("proposal", text);
    }

    /** Why, for the history. */
    public RequestModify reason(String text) {
        return set("reason", text);
    }
}
