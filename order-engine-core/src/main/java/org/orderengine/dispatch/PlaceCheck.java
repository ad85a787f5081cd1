package org.orderengine.dispatch;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.Codes;
import org.orderengine.model.Address;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Deadline;
import org.orderengine.model.Origin;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;
import org.orderengine.text.Texts;

/**
 * Checks a command that places an order against the limits.
 *
 * @param isAscii whether ids of new orders have to be ASCII
 */
record PlaceCheck(Limits limits, IdCheck ids, OwnDataCheck ownData, boolean isAscii) {

    private static final int MAX_ADDRESS_TEXT = 1000;
    private static final char LAST_ASCII = 0x7f;

    /** Why the order cannot be placed as it is, or null. */
    @Nullable
    Problem problem(PlaceOrder place) {
        if (isAscii && place.orderId().chars().anyMatch(character -> character > LAST_ASCII)) {
            return new Problem(
                    Codes.ORDER_ID_NOT_ASCII,
                    "order id " + place.orderId()
                            + " has characters beyond ASCII, which this store does not keep in order; give an"
                            + " id of ASCII characters");
        }
        if (place.lines().size() > limits.lines()) {
            return InputCheck.exceeded("lines", place.lines().size(), limits.lines());
        }
        if (place.coupons().size() > limits.coupons()) {
            return InputCheck.exceeded("coupons", place.coupons().size(), limits.coupons());
        }
        if (place.deadlines().size() > limits.entries()) {
            return InputCheck.exceeded("deadlines", place.deadlines().size(), limits.entries());
        }
        if (place.charges().size() > limits.entries()) {
            return InputCheck.exceeded("charges", place.charges().size(), limits.entries());
        }
        Problem problem = names(place);
        if (problem == null) {
            problem = ownData.annotations(place.orderId(), place.annotations());
        }
        for (int i = 0; problem == null && i < place.lines().size(); i++) {
            problem = ownData.attributes(
                    "line " + (i + 1) + " of order " + place.orderId(),
                    place.lines().get(i).attributes());
        }
        if (problem == null) {
            problem = badAddress("delivery", place.customer().deliveryAddress());
        }
        return problem == null ? badAddress("billing", place.customer().billingAddress()) : problem;
    }

    private @Nullable Problem names(PlaceOrder place) {
        Origin origin = place.origin();
        Problem problem = ids.firstBad(
                "buyer", origin.buyer(),
                "business", origin.business(),
                "channel", origin.channel(),
                "merchant", origin.merchant(),
                "shipping method", place.shippingMethod(),
                "process", place.process(),
                "tax number", place.customer().taxNumber());
        for (PlaceOrder.RequestedLine line : problem == null ? place.lines() : List.<PlaceOrder.RequestedLine>of()) {
            problem = problem == null ? ids.firstBad("line", line.line(), "sku", line.sku()) : problem;
        }
        for (String coupon : problem == null ? place.coupons() : List.<String>of()) {
            problem = problem == null ? ids.bad("coupon", coupon) : problem;
        }
        for (ChargeTerms charge : problem == null ? place.charges() : List.<ChargeTerms>of()) {
            problem = problem == null
                    ? ids.firstBad(
                            "charge", charge.charge(), "tax category", charge.taxCategory(), "line", charge.line())
                    : problem;
        }
        for (Deadline deadline : problem == null ? place.deadlines() : List.<Deadline>of()) {
            problem = problem == null ? ids.bad("timer", deadline.timer()) : problem;
        }
        return problem;
    }

    private static @Nullable Problem badAddress(String which, @Nullable Address address) {
        if (address == null) {
            return null;
        }
        if (address.lines().size() > Address.MAX_LINES) {
            return InputCheck.exceeded(
                    "lines of the " + which + " address", address.lines().size(), Address.MAX_LINES);
        }
        Stream<@Nullable String> parts = Stream.of(
                address.recipient(),
                address.company(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country(),
                address.phone(),
                address.email());
        return parts.allMatch(PlaceCheck::fits) && address.lines().stream().allMatch(PlaceCheck::fits)
                ? null
                : new Problem(
                        Codes.BAD_ADDRESS,
                        "the " + which + " address has a text of more than " + MAX_ADDRESS_TEXT
                                + " characters, or one that no store can keep");
    }

    private static boolean fits(@Nullable String text) {
        return text == null || (text.length() <= MAX_ADDRESS_TEXT && Texts.isKeepable(text));
    }
}
