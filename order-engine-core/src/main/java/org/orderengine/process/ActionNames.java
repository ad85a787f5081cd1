package org.orderengine.process;

import java.util.List;

/**
 * The actions that the engine knows something about. Those with an operation change the order's books before their transition is
 * taken; the others only move the order. Every other action is the host's own, and only moves the order too.
 */
public final class ActionNames {

    /** The buyer pays: a payment is authorized and captured. */
    public static final String PAY = "pay";
    /** A payment is authorized only. */
    public static final String AUTHORIZE = "authorize";
    /** What was authorized is captured. */
    public static final String CAPTURE = "capture";
    /** What was authorized is let go. */
    public static final String VOID = "void";
    /** Money arrived by the provider's notification. */
    public static final String PAYMENT_RECEIVED = "payment-received";
    /** The order goes to production. */
    public static final String PRODUCE = "produce";
    /** Goods may have arrived for units on backorder; booked in every state that is not final, and moves nothing. */
    public static final String FILL_BACKORDER = "fill-backorder";
    /** A parcel leaves. */
    public static final String SHIP = "ship";
    /** A parcel that was prepared does not leave. */
    public static final String CANCEL_SHIPMENT = "cancel-shipment";
    /** A parcel arrived. */
    public static final String DELIVER = "deliver";
    /** A parcel came back without having been handed over: its units can be shipped again, or cancelled. */
    public static final String DELIVERY_FAILED = "delivery-failed";
    /** The buyer confirms what he got. */
    public static final String CONFIRM = "confirm";
    /** The order comes to its end. */
    public static final String COMPLETE = "complete";
    /** Units that have not shipped are taken off the order. */
    public static final String CANCEL = "cancel";
    /** The order's lines, coupons or delivery change. */
    public static final String MODIFY = "modify";
    /** Somebody wants lines, coupons or delivery to change, and somebody else is to confirm it. */
    public static final String REQUEST_MODIFY = "request-modify";
    /** A change that was asked for is made. */
    public static final String CONFIRM_MODIFY = "confirm-modify";
    /** A change that was asked for is not made. */
    public static final String DECLINE_MODIFY = "decline-modify";
    /** The buyer wants to give units back. */
    public static final String REQUEST_RETURN = "request-return";
    /** A return is approved. */
    public static final String APPROVE_RETURN = "approve-return";
    /** A return is declined. */
    public static final String DECLINE_RETURN = "decline-return";
    /** The buyer takes a request to return back. */
    public static final String WITHDRAW_RETURN = "withdraw-return";
    /** The buyer has sent goods back. */
    public static final String SEND_BACK = "send-back";
    /** Units came back. */
    public static final String RECEIVE_RETURN = "receive-return";
    /** Money is given back out of goodwill. */
    public static final String REFUND = "refund";
    /** The provider took money back on the buyer's word; booked in every state, named or not. */
    public static final String CHARGEBACK = "chargeback";
    /** The order pauses. */
    public static final String HOLD = "hold";
    /** The order goes on where it paused. */
    public static final String RESUME = "resume";

    /** A running timer gets more time. Taken wherever a timer runs, whether the definition names it or not. */
    public static final String EXTEND = "extend";

    /** Those that definitions name. */
    public static final List<String> BUILT_IN = List.of(
            PAY,
            AUTHORIZE,
            CAPTURE,
            VOID,
            PAYMENT_RECEIVED,
            PRODUCE,
            FILL_BACKORDER,
            SHIP,
            CANCEL_SHIPMENT,
            DELIVER,
            DELIVERY_FAILED,
            CONFIRM,
            COMPLETE,
            CANCEL,
            MODIFY,
            REQUEST_MODIFY,
            CONFIRM_MODIFY,
            DECLINE_MODIFY,
            REQUEST_RETURN,
            APPROVE_RETURN,
            DECLINE_RETURN,
            RECEIVE_RETURN,
            WITHDRAW_RETURN,
            SEND_BACK,
            REFUND,
            CHARGEBACK,
            EXTEND,
            HOLD,
            RESUME);

    private ActionNames() {}
}
