package org.orderengine.testkit.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.model.Return;

/** What goes with the standard actions: the table of the scenario format. */
final class StandardPayloads {

    private static final PayloadShape TEXT = PayloadShape.of(Kinds.TEXT);
    private static final PayloadShape FLAG = PayloadShape.of(Kinds.FLAG);
    private static final PayloadShape UNITS = PayloadShape.of(Kinds.WHOLE);
    private static final PayloadShape KIND = (value, findings) -> {
        Return.Kind kind = Kinds.word(Return.Kind.class).read(value, findings);
        return kind == null ? null : Kinds.wordFor(kind);
    };
    private static final PayloadShape LINES = PayloadShape.listOf(
            PayloadShape.object(Map.of("line", TEXT, "quantity", UNITS), Set.of("line", "quantity")));
    private static final PayloadShape CHANGES = PayloadShape.listOf(
            PayloadShape.object(Map.of("line", TEXT, "sku", TEXT, "quantity", UNITS), Set.of("quantity")));
    private static final PayloadShape INSPECTED = PayloadShape.listOf(PayloadShape.object(
            Map.of("line", TEXT, "accepted", UNITS, "damaged", UNITS, "rejected", UNITS), Set.of("line")));
    private static final PayloadShape ADDRESS = PayloadShape.object(
            Map.of(
                    "recipient", TEXT,
                    "company", TEXT,
                    "lines", PayloadShape.listOf(TEXT),
                    "postalCode", TEXT,
                    "city", TEXT,
                    "region", TEXT,
                    "country", TEXT,
                    "phone", TEXT,
                    "email", TEXT),
            Set.of());
    private static final PayloadShape REPLACEMENT =
            PayloadShape.listOf(PayloadShape.object(Map.of("sku", TEXT, "quantity", UNITS), Set.of("sku", "quantity")));

    private final Map<String, Map<String, PayloadShape>> byAction = new LinkedHashMap<>();

    StandardPayloads(Kind<Money> money) {
        PayloadShape amount = PayloadShape.amount(money);
        PayloadShape delivery = PayloadShape.object(Map.of("method", TEXT, "price", amount), Set.of());
        Map<String, PayloadShape> charge = Map.of("payment", TEXT, "method", TEXT, "amount", amount);
        byAction.put("pay", charge);
        byAction.put("authorize", charge);
        byAction.put("capture", charge);
        byAction.put("void", charge);
        byAction.put("payment-received", Map.of("payment", TEXT, "method", TEXT, "amount", amount, "reference", TEXT));
        byAction.put("produce", Map.of());
        byAction.put(
                "ship",
                Map.of(
                        "shipment",
                        TEXT,
                        "lines",
                        LINES,
                        "carrier",
                        TEXT,
                        "tracking",
                        TEXT,
                        "prepared",
                        FLAG,
                        "location",
                        TEXT));
        byAction.put("fill-backorder", Map.of());
        byAction.put("cancel-shipment", Map.of("shipment", TEXT));
        byAction.put("delivery-failed", Map.of("shipment", TEXT, "lost", FLAG, "reason", TEXT));
        byAction.put("deliver", Map.of("shipment", TEXT));
        byAction.put("confirm", Map.of());
        byAction.put("complete", Map.of());
        byAction.put("cancel", Map.of("lines", LINES, "reason", TEXT, "refundShipping", FLAG));
        Map<String, PayloadShape> changes = Map.of(
                "lines", CHANGES,
                "coupons", PayloadShape.listOf(TEXT),
                "shipping", delivery,
                "deliveryAddress", ADDRESS,
                "billingAddress", ADDRESS);
        Map<String, PayloadShape> wanted = new LinkedHashMap<>(changes);
        wanted.put("proposal", TEXT);
        wanted.put("reason", TEXT);
        byAction.put("modify", changes);
        byAction.put("request-modify", wanted);
        byAction.put("confirm-modify", Map.of("proposal", TEXT));
        byAction.put("decline-modify", Map.of("proposal", TEXT, "reason", TEXT));
        byAction.put(
                "request-return",
                Map.of("return", TEXT, "kind", KIND, "lines", LINES, "reason", TEXT, "replacement", REPLACEMENT));
        byAction.put("approve-return", Map.of("return", TEXT, "reason", TEXT));
        byAction.put("decline-return", Map.of("return", TEXT, "reason", TEXT));
        byAction.put("withdraw-return", Map.of("return", TEXT, "reason", TEXT));
        byAction.put("send-back", Map.of("return", TEXT, "reason", TEXT));
        byAction.put("receive-return", Map.of("return", TEXT, "lines", INSPECTED, "location", TEXT));
        byAction.put("refund", Map.of("amount", amount, "payment", TEXT, "reason", TEXT));
        byAction.put("chargeback", Map.of("payment", TEXT, "amount", amount, "reference", TEXT));
        byAction.put("extend", Map.of("timer", TEXT, "by", TEXT, "until", TEXT));
        byAction.put("hold", Map.of());
        byAction.put("resume", Map.of());
    }

    /** What goes with that action, by key; null if it is none of the standard ones. */
    @Nullable
    Map<String, PayloadShape> of(String action) {
        return byAction.get(action);
    }
}
