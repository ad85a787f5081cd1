package org.orderengine.command.action;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orderengine.model.Address;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Money;

/**
 * What a change of an order says, whether it is made at once or asked for first.
 *
 * @param <B> the builder itself
 */
abstract sealed class ChangeBuilder<B extends ChangeBuilder<B>> extends ActionBuilder<B> permits Modify, RequestModify {

    ChangeBuilder(String orderId, String name) {
        super(orderId, name);
    }

    /** Gives a line that many units; 0 takes it off. */
    public final B line(String line, long quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Gives a line of goods that are measured that quantity; 0 takes it off. */
    public final B line(String line, BigDecimal quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Adds a line of goods that are measured, at the catalog's price. */
    public final B newLine(String sku, BigDecimal quantity) {
        return add("lines", Map.of("sku", sku, "quantity", quantity));
    }

    /** Adds a line at the catalog's price. */
    public final B newLine(String sku, long quantity) {
        return add("lines", Map.of("sku", sku, "quantity", quantity));
    }

    /** Adds a line at a price of the host's, with texts of its own. */
    public final B newLine(String sku, long quantity, Money price, Map<String, String> attributes) {
        return add("lines", Map.of("sku", sku, "quantity", quantity, "price", price, "attributes", attributes));
    }

    /** Further coupon codes. */
    public final B coupons(List<String> texts) {
        return set("coupons", List.copyOf(texts));
    }

    /** Another delivery; its price stays. */
    public final B shipping(String method) {
        return set("shipping", Map.of("method", method));
    }

    /** Another delivery at a price of the host's. */
    public final B shipping(String method, Money price) {
        return set("shipping", Map.of("method", method, "price", price));
    }

    /** A charge that changes or is added; a price of nothing takes it off. Those that are not named stay. */
    public final B charge(ChargeTerms terms) {
        Map<String, Object> charge = new LinkedHashMap<>();
        charge.put("charge", terms.charge());
        charge.put("price", terms.price());
        if (terms.taxCategory() != null) {
            charge.put("taxCategory", terms.taxCategory());
        }
        charge.put("refund", terms.refund().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (terms.line() != null) {
            charge.put("line", terms.line());
        }
        return add("charges", charge);
    }

    /** Where the order goes. */
    public final B deliveryAddress(Address address) {
        return address("deliveryAddress", address);
    }

    /** Where the bill goes. */
    public final B billingAddress(Address address) {
        return address("billingAddress", address);
    }

    /** Where the order goes; the same as {@link #deliveryAddress}. */
    public final B address(Address address) {
        return address("address", address);
    }

    /** The buyer's number for value added tax. */
    public final B taxNumber(String text) {
        return set("taxNumber", text);
    }
}
