package org.orderengine.dispatch;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Address;
import org.orderengine.model.Coupon;
import org.orderengine.model.Customer;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.model.Shipment;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.TermValue;

/** The terms that orders are found by, as they come from an order. Immutable, so safe for any number of threads. */
public final class OrderTerms {

    private final Map<String, OrderTerm> attributes;
    private final UnaryOperator<TermValue> seal;

    /**
     * Terms of these attributes beside those that every order has.
     *
     * @param attributes the kind of term that each attribute is, by its name
     * @param seal what stands in the store for a term; personal ones may be sealed
     */
    public OrderTerms(Map<String, OrderTerm> attributes, UnaryOperator<TermValue> seal) {
        this.attributes = Map.copyOf(attributes);
        this.seal = seal;
    }

    /** The terms of an order. */
    Set<TermValue> of(Order order) {
        Set<TermValue> terms = new HashSet<>();
        for (Line line : order.books().lines()) {
            add(terms, OrderTerm.SKU, line.item().sku());
        }
        for (Shipment shipment : order.books().shipments()) {
            add(terms, OrderTerm.TRACKING, shipment.tracking());
        }
        for (Payment payment : order.books().payments()) {
            add(terms, OrderTerm.PAYMENT_REFERENCE, payment.reference());
        }
        for (Coupon coupon : order.books().coupons()) {
            add(terms, OrderTerm.COUPON, coupon.code());
        }
        for (String tag : order.tags()) {
            add(terms, OrderTerm.TAG, tag);
        }
        attributes.forEach((name, kind) -> add(terms, kind, order.attributes().get(name)));
        addReach(terms, order.customer().deliveryAddress());
        addReach(terms, order.customer().billingAddress());
        return terms;
    }

    private void addReach(Set<TermValue> terms, @Nullable Address address) {
        if (address != null) {
            add(terms, OrderTerm.PHONE, address.phone());
            add(terms, OrderTerm.EMAIL, address.email());
        }
    }

    private static boolean isErased(OrderTerm kind, String text) {
        return kind.isPersonal() && text.equals(Customer.ERASED);
    }

    private void add(Set<TermValue> terms, OrderTerm kind, @Nullable String text) {
        if (text != null && !isErased(kind, text) && !kind.normal(text).isEmpty()) {
            terms.add(seal.apply(new TermValue(kind, text)));
        }
    }
}
