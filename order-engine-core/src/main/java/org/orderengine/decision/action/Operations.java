package org.orderengine.decision.action;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.process.ActionNames;
import org.orderengine.model.ChildKind;
import org.orderengine.process.CompiledProcess;

/** The built-in operations by the names of their actions. An action of another name changes nothing in the books. */
public final class Operations {

    public static final String PAYMENT_RECEIVED = "payment-received";
    public static final String FILL_BACKORDER = "fill-backorder";
    public static final String CHARGEBACK = "chargeback";

    private static final Map<String, Operation> BY_ACTION = Map.ofEntries(
            Map.entry("pay", new PaymentOperations.Pay(true)),
            Map.entry("authorize", new PaymentOperations.Pay(false)),
            Map.entry("capture", new PaymentOperations.Capture()),
            Map.entry("void", new PaymentOperations.LetGo()),
            Map.entry(PAYMENT_RECEIVED, new PaymentOperations.Received()),
            Map.entry(CHARGEBACK, new PaymentOperations.ChargeBack()),
            Map.entry("refund", new PaymentOperations.Refund()),
            Map.entry("ship", new ShippingOperations.Ship()),
            Map.entry("cancel-shipment", new ParcelOperations.Open()),
            Map.entry("delivery-failed", new ParcelOperations.Failed()),
            Map.entry("deliver", new ShippingOperations.Deliver()),
            Map.entry(FILL_BACKORDER, new FillOperation()),
            Map.entry("cancel", new CancelOperation()),
            Map.entry(ActionNames.EXTEND, new ExtendOperation()),
            Map.entry(ActionNames.MODIFY, new ModifyOperation()),
            Map.entry(ActionNames.REQUEST_MODIFY, new ProposalOperations.Request()),
            Map.entry(ActionNames.CONFIRM_MODIFY, new ProposalOperations.Confirm()),
            Map.entry(ActionNames.DECLINE_MODIFY, new ProposalOperations.Decline()),
            Map.entry("request-return", new ReturnOperations.Request()),
            Map.entry("approve-return", new ReturnOperations.Approve()),
            Map.entry("receive-return", new ReturnOperations.Receive()));

    private Operations() {}

    /** Whether it is news of money that moved already, which is booked wherever the order is (F2). */
    public static boolean isNews(String action) {
        return action.equals(PAYMENT_RECEIVED) || action.equals(CHARGEBACK);
    }

    /** Whether an action has entries of its own. */
    public static boolean isBuiltIn(String action) {
        return BY_ACTION.containsKey(action);
    }

    /** What an action enters: its own entries, or the step of a payment's, shipment's or return's machine; null for none. */
    public static @Nullable Operation of(String action, CompiledProcess process) {
        Operation builtIn = BY_ACTION.get(action);
        if (builtIn != null) {
            return builtIn;
        }
        ChildKind child = process.childOf(action);
        return child == null ? null : new ChildOperation(child, action);
    }
}
