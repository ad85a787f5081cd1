package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.Repriced;
import org.orderengine.event.Event;
import org.orderengine.model.Address;
import org.orderengine.model.Books;
import org.orderengine.model.Order;
import org.orderengine.pricing.Change;
import org.orderengine.pricing.QuoteRequest.QuoteLine;

/** Changes what an order stands for: quantities, lines, coupons, delivery, addresses. */
record ModifyOperation() implements Operation {

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        move(draft, payload);
        if (isPricing(payload.payload())) {
            Repriced.change(draft, change(draft, payload));
        }
        return null;
    }

    /** Enters other addresses, where there are any. */
    static void move(Draft draft, PayloadReader payload) {
        Address delivery = AddressPayload.read(payload.object("deliveryAddress"));
        Address billing = AddressPayload.read(payload.object("billingAddress"));
        if (delivery != null || billing != null) {
            draft.apply(new Event.AddressesChanged(draft.order().customer().movedTo(delivery, billing)));
        }
    }

    /** Whether a modification changes more than addresses. */
    static boolean isPricing(Payload payload) {
        boolean moves = payload.get("deliveryAddress") != null || payload.get("billingAddress") != null;
        return !moves
                || payload.get("lines") != null
                || payload.get("coupons") != null
                || payload.get("shipping") != null;
    }

    /** What is to change about the price. */
    static Change change(Draft draft, PayloadReader payload) {
        Map<String, Long> quantities = new HashMap<>();
        List<QuoteLine> added = new ArrayList<>();
        List<PayloadReader> lines = payload.objects("lines");
        if (lines != null) {
            for (PayloadReader line : lines) {
                read(draft.books(), line, quantities, added);
            }
        }
        PayloadReader shipping = payload.object("shipping");
        return new Change(
                draft.order().origin(),
                quantities,
                added,
                payload.texts("coupons"),
                shipping == null ? null : shipping.text("method"),
                shipping == null ? null : shipping.price("price"),
                draft.now());
    }

    @Override
    public boolean isPossible(Order order) {
        return true;
    }

    private static void read(Books books, PayloadReader element, Map<String, Long> quantities, List<QuoteLine> added) {
        String line = element.text("line");
        String sku = element.text("sku");
        if (!element.has("quantity")) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "an element of lines has no quantity");
        }
        long quantity = element.number("quantity", 0);
        if (line != null) {
            if (quantity < 0) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "quantity of line " + line + " is " + quantity);
            }
            if (quantities.put(line, quantity) != null) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "line " + line + " is changed twice");
            }
        } else if (sku != null) {
            String id = Names.next("", books.lines().size() + added.size(), taken -> books.line(taken) != null);
            added.add(new QuoteLine(id, sku, quantity, element.price("price")));
        } else {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "an element of lines names neither line nor sku");
        }
    }
}
