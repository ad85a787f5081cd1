package org.orderengine.command.action;

import java.util.List;
import java.util.Map;
import org.orderengine.model.Address;
import org.orderengine.model.Money;

/** The action {@code request-modify}: a change is asked for and priced: it waits on the order to be confirmed. For one thread. */
public final class RequestModify extends ActionBuilder<RequestModify> {

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

    /** Gives a line that many units; 0 takes it off. */
    public RequestModify line(String line, long quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Adds a line at the catalog's price. */
    public RequestModify newLine(String sku, long quantity) {
        return add("lines", Map.of("sku", sku, "quantity", quantity));
    }

    /** Adds a line at a price of the host's, with texts of its own. */
    public RequestModify newLine(String sku, long quantity, Money price, Map<String, String> attributes) {
        return add("lines", Map.of("sku", sku, "quantity", quantity, "price", price, "attributes", attributes));
    }

    /** Further coupon codes. */
    public RequestModify coupons(List<String> texts) {
        return set("coupons", List.copyOf(texts));
    }

    /** Another delivery; its price stays. */
    public RequestModify shipping(String method) {
        return set("shipping", Map.of("method", method));
    }

    /** Another delivery at a price of the host's. */
    public RequestModify shipping(String method, Money price) {
        return set("shipping", Map.of("method", method, "price", price));
    }

    /** Where the order goes. */
    public RequestModify deliveryAddress(Address address) {
        return address("deliveryAddress", address);
    }

    /** Where the bill goes. */
    public RequestModify billingAddress(Address address) {
        return address("billingAddress", address);
    }

    /** Where the order goes; the same as {@link #deliveryAddress}. */
    public RequestModify address(Address address) {
        return address("address", address);
    }

    /** The buyer's number for value added tax. */
    public RequestModify taxNumber(String text) {
        return set("taxNumber", text);
    }
}
