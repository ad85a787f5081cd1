package org.orderengine.command.action;

/** The action {@code payment-declined}: the provider's late no to a payment whose answer is not known; taken in every state. For one thread. */
public final class PaymentDeclined extends ActionBuilder<PaymentDeclined> {

    private PaymentDeclined(String orderId) {
        super(orderId, "payment-declined");
    }

    /** The action on an order, to be completed. */
    public static PaymentDeclined on(String orderId) {
        return new PaymentDeclined(orderId);
    }

    /** Which payment; without it the only one that it can mean. */
    public PaymentDeclined payment(String text) {
        return set("payment", text);
    }

    /** The provider's name of the payment. */
    public PaymentDeclined reference(String text) {
        return set("reference", text);
    }

    /** Why, in kebab-case, for programs. */
    public PaymentDeclined code(String text) {
        return set("code", text);
    }

    /** Why, for people. */
    public PaymentDeclined message(String text) {
        return set("message", text);
    }
}
