package org.orderengine.decision.action;

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
import org.orderengine.pricing.quote.Change;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.process.vocabulary.PayloadKey;

/** The changes that a payload asks of an order: quantities, lines, coupons, delivery, addresses. */
final class Modification {

    private static final PayloadKey LINE = PayloadKey.text("line", "the line that changes");
    private static final PayloadKey SKU = PayloadKey.text("sku", "the product of a new line");
    private static final PayloadKey QUANTITY =
            PayloadKey.whole("quantity", "how many units it has then").mandatory();
    private static final PayloadKey PRICE =
            PayloadKey.amount("price", "what a unit of a new line costs").orElse("what the catalog says");
    private static final PayloadKey ATTRIBUTES =
            PayloadKey.attributes("attributes", "the host's own texts on a new line");
    private static final PayloadKey LINES = PayloadKey.objects(
            "lines", "lines that change, and new ones", List.of(LINE, SKU, QUANTITY, PRICE, ATTRIBUTES));
    private static final PayloadKey COUPONS = PayloadKey.texts("coupons", "further coupon codes");
    private static final PayloadKey METHOD = PayloadKey.text("method", "how it is delivered");
    private static final PayloadKey DELIVERY_PRICE =
            PayloadKey.amount("price", "what delivery costs").orElse("what the rates say");
    private static final PayloadKey SHIPPING =
            PayloadKey.object("shipping", "another delivery", List.of(METHOD, DELIVERY_PRICE));
    private static final PayloadKey DELIVERY_ADDRESS = AddressPayload.key("deliveryAddress", "where the order goes");
    private static final PayloadKey BILLING_ADDRESS = AddressPayload.key("billingAddress", "where the bill goes");

    /** The keys of a modification. */
    static final List<PayloadKey> KEYS = List.of(LINES, COUPONS, SHIPPING, DELIVERY_ADDRESS, BILLING_ADDRESS);

    private Modification() {}

    /** Enters other addresses, where the payload has any. */
    static void move(Draft draft, PayloadReader payload) {
        Address delivery = AddressPayload.read(payload.object(DELIVERY_ADDRESS));
        Address billing = AddressPayload.read(payload.object(BILLING_ADDRESS));
        if (delivery != null || billing != null) {
            draft.apply(new Event.AddressesChanged(draft.order().customer().movedTo(delivery, billing)));
        }
    }

    /** Refuses addresses that are malformed. */
    static void checkAddresses(PayloadReader payload) {
        AddressPayload.read(payload.object(DELIVERY_ADDRESS));
        AddressPayload.read(payload.object(BILLING_ADDRESS));
    }

    /** Whether a modification changes more than addresses. */
    static boolean isPricing(PayloadReader payload) {
        boolean moves = payload.has(DELIVERY_ADDRESS) || payload.has(BILLING_ADDRESS);
        return !moves || payload.has(LINES) || payload.has(COUPONS) || payload.has(SHIPPING);
    }

    /** The products and coupons that are needed to price it. */
    static Optional<PricingNeeds> facts(PayloadReader payload) {
        return isPricing(payload)
                ? Optional.of(new PricingNeeds(skus(payload), payload.texts(COUPONS)))
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
                .ofTier(draft.order().customer().memberTier());
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
        long quantity = element.number(QUANTITY, 0);
        if (line != null) {
            if (quantity < 0) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "quantity of line " + line + " is " + quantity);
            }
            if (quantities.put(line, quantity) != null) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "line " + line + " is changed twice");
            }
        } else if (sku != null) {
            String id = Names.next("", books.lines().size() + added.size(), taken -> books.line(taken) != null);
            added.add(new QuoteLine(id, sku, quantity, element.price(PRICE), given(element.attributes(ATTRIBUTES)), null));
        } else {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "an element of lines names neither line nor sku");
        }
    }
}
