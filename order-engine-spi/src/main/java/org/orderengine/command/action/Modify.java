package org.orderengine.command.action;

import java.util.List;
import java.util.Map;
import org.orderengine.model.Address;
import org.orderengine.model.Money;

/** The action {@code modify}: lines, coupons or delivery change, and the order is priced anew. For one thread. */
public final class Modify extends ActionBuilder<Modify> {

    private Modify(String orderId) {
        super(orderId, "modify");
    }

    /** The action on an order, to be completed. */
    public static Modify on(String orderId) {
        return new Modify(orderId);
    }

    /** Gives a line that many units; 0 takes it off. */
    public Modify line(String line, long quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Adds a line at the catalog's price. */
    public Modify newLine(String sku, long quantity) {
        return add("lines", Map.of("sku", sku, "quantity", quantity));
    }

    /** Adds a line at a price of the host's, with texts of its own. */
    public Modify newLine(String sku, long quantity, Money price, Map<String, String> attributes) {
        return add("lines", Map.of("sku", sku, "quantity", quantity, "price", price, "attributes", attributes));
    }

    /** Further coupon codes. */
    public Modify coupons(List<String> texts) {
        return set("coupons", List.copyOf(texts));
    }

    /** Another delivery; its price stays. */
    public Modify shipping(String method) {
        return set("shipping", Map.of("method", method));
    }

    /** Another delivery at a price of the host's. */
    public Modify shipping(String method, Money price) {
        return set("shipping", Map.of("method", method, "price", price));
    }

    /** Where the order goes. */
    public Modify deliveryAddress(Address address) {
        return address("deliveryAddress", address);
    }

    /** Where the bill goes. */
    public Modify billingAddress(Address address) {
        return address("billingAddress", address);
    }

    /** Where the order goes; the same as {@link #deliveryAddress}. */
    public Modify address(Address address) {
        return address("address", address);
    }

    /** The buyer's number for value added tax. */
    public Modify taxNumber(String text) {
        return set("taxNumber", text);
    }
}
