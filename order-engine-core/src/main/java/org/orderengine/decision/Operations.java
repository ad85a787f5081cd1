package org.orderengine.decision;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.process.ActionNames;

/** The built-in operations by the names of their actions. An action of another name changes nothing in the books. */
final class Operations {

    static final String PAYMENT_RECEIVED = "payment-received";
    static final String FILL_BACKORDER = "fill-backorder";

    private static final Map<String, Operation> BY_ACTION = Map.ofEntries(
            Map.entry("pay", new PaymentOperations.Pay(true)),
            Map.entry("authorize", new PaymentOperations.Pay(false)),
            Map.entry("capture", new PaymentOperations.Capture()),
            Map.entry("void", new PaymentOperations.LetGo()),
            Map.entry(PAYMENT_RECEIVED, new PaymentOperations.Received()),
            Map.entry("refund", new PaymentOperations.Refund()),
            Map.entry("ship", new ShippingOperations.Ship()),
            Map.entry("cancel-shipment", new ParcelOperations.Open()),
            Map.entry("delivery-failed", new ParcelOperations.Failed()),
            Map.entry("deliver", new ShippingOperations.Deliver()),
            Map.entry(FILL_BACKORDER, new FillOperation()),
            Map.entry("cancel", new CancelOperation()),
            Map.entry(ActionNames.EXTEND, new ExtendOperation()),
            Map.entry("modify", new ModifyOperation()),
            Map.entry("request-return", new ReturnOperations.Request()),
            Map.entry("approve-return", new ReturnOperations.Approve()),
            Map.entry("decline-return", new ReturnOperations.Decline()),
            Map.entry("receive-return", new ReturnOperations.Receive()));

    private Operations() {}

    static @Nullable Operation of(String action) {
        return BY_ACTION.get(action);
    }
}
