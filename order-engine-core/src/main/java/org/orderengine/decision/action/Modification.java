package org.orderengine.decision.action;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.Address;
import org.orderengine.model.Books;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Customer;
import org.orderengine.model.Destination;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.pricing.quote.Change;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.process.vocabulary.PayloadKey;

/** The changes that a payload asks of an order: quantities, lines, coupons, delivery, addresses. */
final class Modification {

    private static final PayloadKey LINE = PayloadKey.text("line", "the line that changes");
    private static final PayloadKey SKU = PayloadKey.text("sku", "the product of a new line");
    private static final PayloadKey QUANTITY =
            PayloadKey.quantityOrNone("quantity", "how much it has then").mandatory();
    private static final PayloadKey PRICE =
            PayloadKey.amount("price", "what a unit of a new line costs").orElse("what the catalog says");
    private static final PayloadKey ATTRIBUTES =
            PayloadKey.attributes("attributes", "the host's own texts on a new line");
    private static final PayloadKey LINES = PayloadKey.objects(
            "lines", "lines that change, and new ones", List.of(LINE, SKU, QUANTITY, PRICE, ATTRIBUTES));
    private static final PayloadKey COUPONS = PayloadKey.texts("coupons", "further coupon codes");
    private static final PayloadKey CHARGE =
            PayloadKey.text("charge", "the charge").mandatory();
    private static final PayloadKey CHARGE_PRICE =
            PayloadKey.amount("price", "what it costs; nothing takes it off").mandatory();
    private static final PayloadKey TAX_CATEGORY =
            PayloadKey.text("taxCategory", "how it is taxed").orElse("not at all");
    private static final PayloadKey REFUND = PayloadKey.word(
                    "refund", List.of("with-last", "pro-rata", "never"), "what of it goes back when goods go")
            .orElse("with-last");
    private static final PayloadKey OF_LINE =
            PayloadKey.text("line", "the line whose units it is for").orElse("the whole order");
    private static final PayloadKey CHARGES = PayloadKey.objects(
            "charges",
            "charges beside the goods that change, and new ones",
            List.of(CHARGE, CHARGE_PRICE, TAX_CATEGORY, REFUND, OF_LINE));
    private static final PayloadKey METHOD = PayloadKey.text("method", "how it is delivered");
    private static final PayloadKey DELIVERY_PRICE =
            PayloadKey.amount("price", "what delivery costs").orElse("what the rates say");
    private static final PayloadKey SHIPPING =
            PayloadKey.object("shipping", "another delivery", List.of(METHOD, DELIVERY_PRICE));
    private static final PayloadKey DELIVERY_ADDRESS = AddressPayload.key("deliveryAddress", "where the order goes");
    private static final PayloadKey ADDRESS = AddressPayload.key("address", "the same as deliveryAddress");
    private static final PayloadKey TAX_NUMBER = PayloadKey.text("taxNumber", "the buyer's number for value added tax");
    private static final PayloadKey BILLING_ADDRESS = AddressPayload.key("billingAddress", "where the bill goes");

    /** The keys of a modification. */
    static final List<PayloadKey> KEYS =
            List.of(LINES, COUPONS, CHARGES, SHIPPING, ADDRESS, DELIVERY_ADDRESS, BILLING_ADDRESS, TAX_NUMBER);

    private Modification() {}

    /** Enters other addresses and another tax number, where the payload has any. */
    static void move(Draft draft, PayloadReader payload) {
        Customer before = draft.order().customer();
        Customer after = customer(before, payload);
        if (!after.equals(before)
                || payload.has(ADDRESS)
                || payload.has(DELIVERY_ADDRESS)
                || payload.has(BILLING_ADDRESS)) {
            draft.apply(new Event.AddressesChanged(after));
        }
    }

    /** Refuses addresses that are malformed. */
    static void checkAddresses(PayloadReader payload) {
        customer(Customer.UNKNOWN, payload);
    }

    private static Customer customer(Customer before, PayloadReader payload) {
        if (payload.has(ADDRESS) && payload.has(DELIVERY_ADDRESS)) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "address and deliveryAddress mean the same; give one of them");
        }
        Address delivery = AddressPayload.read(payload.object(payload.has(ADDRESS) ? ADDRESS : DELIVERY_ADDRESS));
        Customer moved = before.movedTo(delivery, AddressPayload.read(payload.object(BILLING_ADDRESS)));
        String number = payload.text(TAX_NUMBER);
        return number == null ? moved : moved.withTaxNumber(number);
    }

    /** Where the order then goes. */
    private static Destination destination(Order order, PayloadReader payload) {
        PayloadReader shipping = payload.object(SHIPPING);
        String method = shipping == null ? null : shipping.text(METHOD);
        return Destination.of(
                customer(order.customer(), payload),
                method == null ? order.books().shipping().method() : method);
    }

    /** Whether it then goes elsewhere, or to somebody else for taxes, so that it may be taxed otherwise. */
    private static boolean isMoving(Order order, PayloadReader payload) {
        Destination before = Destination.of(order.customer(), null);
        Destination after = Destination.of(customer(order.customer(), payload), null);
        return !before.isSameForTaxes(after);
    }

    /** Whether a modification has to be priced: it changes more than who gets it at the same place. */
    static boolean isPricing(Order order, PayloadReader payload) {
        boolean moves = payload.has(ADDRESS)
                || payload.has(DELIVERY_ADDRESS)
                || payload.has(BILLING_ADDRESS)
                || payload.has(TAX_NUMBER);
        return !moves
                || payload.has(LINES)
                || payload.has(COUPONS)
                || payload.has(CHARGES)
                || payload.has(SHIPPING)
                || isMoving(order, payload);
    }

    /** The products and coupons that are needed to price it. */
    static Optional<PricingNeeds> facts(Order order, PayloadReader payload) {
        return isPricing(order, payload)
                ? Optional.of(new PricingNeeds(
                        skus(payload), payload.texts(COUPONS), taxCategories(payload), destination(order, payload)))
                : Optional.empty();
    }

    private static Set<String> skus(PayloadReader payload) {
        Set<String> skus = new LinkedHashSet<>();
        List<PayloadReader> lines = payload.objects(LINES);
        for (PayloadReader line : lines == null ? List.<PayloadReader>of() : lines) {
            String sku = line.text(SKU);
            if (sku != null) {
                skus.add(sku);
            }
        }
        return skus;
    }

    private static Set<String> taxCategories(PayloadReader payload) {
        Set<String> categories = new LinkedHashSet<>();
        for (ChargeTerms terms : charges(payload)) {
            if (terms.taxCategory() != null) {
                categories.add(terms.taxCategory());
            }
        }
        return categories;
    }

    private static List<ChargeTerms> charges(PayloadReader payload) {
        List<PayloadReader> given = payload.objects(CHARGES);
        List<ChargeTerms> charges = new ArrayList<>();
        for (PayloadReader charge : given == null ? List.<PayloadReader>of() : given) {
            String id = charge.text(CHARGE);
            Money price = charge.price(CHARGE_PRICE);
            if (id == null || price == null) {
                throw Draft.refuse(
                        Codes.BAD_PAYLOAD, "an element of charges has no " + (id == null ? "charge" : "price"));
            }
            charges.add(new ChargeTerms(
                    id, price, charge.text(TAX_CATEGORY), refund(charge.text(REFUND)), charge.text(OF_LINE)));
        }
        return charges;
    }

    private static ChargeTerms.Refund refund(@Nullable String word) {
        return switch (word == null ? "with-last" : word) {
            case "with-last" -> ChargeTerms.Refund.WITH_LAST;
            case "pro-rata" -> ChargeTerms.Refund.PRO_RATA;
            case "never" -> ChargeTerms.Refund.NEVER;
            default ->
                throw Draft.refuse(
                        Codes.BAD_PAYLOAD, "refund of a charge is \"" + word + "\", not with-last, pro-rata or never");
        };
    }

    /** The change of the price. */
    static Change change(Draft draft, PayloadReader payload) {
        Map<String, Long> quantities = new HashMap<>();
        List<QuoteLine> added = new ArrayList<>();
        List<PayloadReader> lines = payload.objects(LINES);
        if (lines != null) {
            for (PayloadReader line : lines) {
                read(draft.books(), line, quantities, added);
            }
        }
        PayloadReader shipping = payload.object(SHIPPING);
        return new Change(
                        draft.order().origin(),
                        quantities,
                        added,
                        payload.texts(COUPONS),
                        shipping == null ? null : shipping.text(METHOD),
                        shipping == null ? null : shipping.price(DELIVERY_PRICE),
                        draft.now())
                .charging(charges(payload))
                .goingTo(destination(draft.order(), payload), isMoving(draft.order(), payload));
    }

    /** The attributes of a new line; one that is null is left out. */
    private static Map<String, String> given(Map<String, @Nullable String> attributes) {
        Map<String, String> given = new HashMap<>();
        attributes.forEach((name, text) -> {
            if (text != null) {
                given.put(name, text);
            }
        });
        return given;
    }

    private static void read(Books books, PayloadReader element, Map<String, Long> quantities, List<QuoteLine> added) {
        String line = element.text(LINE);
        String sku = element.text(SKU);
        if (!element.has(QUANTITY)) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "an element of lines has no quantity");
        }
        if (line != null) {
            long quantity = element.quantity(QUANTITY, line);
            if (quantity < 0) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "quantity of line " + line + " is " + quantity);
            }
            if (quantities.put(line, quantity) != null) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "line " + line + " is changed twice");
            }
        } else if (sku != null) {
            String id = Names.next("", books.lines().size() + added.size(), taken -> books.line(taken) != null);
            added.add(new QuoteLine(
                    id,
                    sku,
                    element.decimal(QUANTITY, BigDecimal.ZERO),
                    element.price(PRICE),
                    given(element.attributes(ATTRIBUTES)),
                    null));
        } else {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "an element of lines names neither line nor sku");
        }
    }
}
