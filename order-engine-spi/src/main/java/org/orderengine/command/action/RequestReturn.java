package org.orderengine.command.action;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.orderengine.model.Money;
import org.orderengine.model.Return;

/** The action {@code request-return}: the buyer wants to give units back. For one thread. */
public final class RequestReturn extends ActionBuilder<RequestReturn> {

    private RequestReturn(String orderId) {
        super(orderId, "request-return");
    }

    /** The action on an order, to be completed. */
    public static RequestReturn on(String orderId) {
        return new RequestReturn(orderId);
    }

    /** What the return is to be called. */
    public RequestReturn returned(String text) {
        return set("return", text);
    }

    /** Whether goods come back for money or for other goods, or stay with the buyer; without it return. */
    public RequestReturn kind(Return.Kind what) {
        return set("kind", what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Adds units of one line: which delivered units; without any line all of them. */
    public RequestReturn line(String line, long quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Adds a quantity of one line of goods that are measured. */
    public RequestReturn line(String line, BigDecimal quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Why, for the history. */
    public RequestReturn reason(String text) {
        return set("reason", text);
    }

    /** Adds what the buyer gets instead, for an exchange. */
    public RequestReturn replacement(String sku, long quantity) {
        return add("replacement", Map.of("sku", sku, "quantity", quantity));
    }

    /** Adds goods that are measured, which the buyer gets instead, for an exchange. */
    public RequestReturn replacement(String sku, BigDecimal quantity) {
        return add("replacement", Map.of("sku", sku, "quantity", quantity));
    }

    /** Adds what the buyer gets instead at a price of the host's, for an exchange. */
    public RequestReturn replacement(String sku, long quantity, Money price) {
        return add("replacement", Map.of("sku", sku, "quantity", quantity, "price", price));
    }
}
