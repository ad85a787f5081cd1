package org.orderengine.dispatch;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.Codes;
import org.orderengine.model.Address;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Deadline;
import org.orderengine.model.Origin;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;
import org.orderengine.text.Ids;
import org.orderengine.text.Texts;

/** Checks commands against the limits before anything is done for them. Immutable, so safe for any number of threads. */
public final class InputCheck {

    private static final int MAX_ADDRESS_TEXT = 1000;
    private static final char LAST_ASCII = 0x7f;
    private static final int MAX_EVIDENCE = 4000;

    private final Limits limits;
    private final boolean isAscii;
    private final OwnDataCheck ownData;

    /**
     * A check against these limits.
     *
     * @param isAscii whether ids of new orders have to be ASCII
     */
    public InputCheck(Limits limits, boolean isAscii) {
        this.isAscii = isAscii;
        this.limits = limits;
        this.ownData = new OwnDataCheck(limits);
    }

    /** Why a command cannot be taken as it is, or null. */
    public @Nullable Problem problem(Command command) {
        Problem problem = badId("order", command.orderId());
        if (problem == null && command.commandId() != null) {
            problem = badId("command", command.commandId());
        }
        if (problem == null && command instanceof PlaceOrder place) {
            problem = placing(place);
        }
        if (problem == null && command instanceof Action action) {
            problem = acting(action);
        }
        if (problem == null && command instanceof ResolveEffect resolve) {
            problem = resolving(resolve);
        }
        if (problem == null && command instanceof FireTimer timer) {
            problem = badId("timer", timer.timer());
        }
        return problem == null ? ownData.by(command.by()) : problem;
    }

    private @Nullable Problem placing(PlaceOrder place) {
        if (isAscii && place.orderId().chars().anyMatch(character -> character > LAST_ASCII)) {
            return new Problem(
                    Codes.ORDER_ID_NOT_ASCII,
                    "order id " + place.orderId()
                            + " has characters beyond ASCII, which this store does not keep in order; give an"
                            + " id of ASCII characters");
        }
        if (place.lines().size() > limits.lines()) {
            return exceeded("lines", place.lines().size(), limits.lines());
        }
        if (place.coupons().size() > limits.coupons()) {
            return exceeded("coupons", place.coupons().size(), limits.coupons());
        }
        if (place.deadlines().size() > limits.entries()) {
            return exceeded("deadlines", place.deadlines().size(), limits.entries());
        }
        if (place.charges().size() > limits.entries()) {
            return exceeded("charges", place.charges().size(), limits.entries());
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
        Problem problem = firstBad(
                "buyer", origin.buyer(),
                "business", origin.business(),
                "channel", origin.channel(),
                "merchant", origin.merchant(),
                "shipping method", place.shippingMethod(),
                "process", place.process(),
                "tax number", place.customer().taxNumber());
        for (PlaceOrder.RequestedLine line : problem == null ? place.lines() : List.<PlaceOrder.RequestedLine>of()) {
            problem = problem == null ? firstBad("line", line.line(), "sku", line.sku()) : problem;
        }
        for (String coupon : problem == null ? place.coupons() : List.<String>of()) {
            problem = problem == null ? badId("coupon", coupon) : problem;
        }
        for (ChargeTerms charge : problem == null ? place.charges() : List.<ChargeTerms>of()) {
            problem = problem == null
                    ? firstBad("charge", charge.charge(), "tax category", charge.taxCategory(), "line", charge.line())
                    : problem;
        }
        for (Deadline deadline : problem == null ? place.deadlines() : List.<Deadline>of()) {
            problem = problem == null ? badId("timer", deadline.timer()) : problem;
        }
        return problem;
    }

    /** The first problem of ids, each behind what it is; those that are not given are passed over. */
    private @Nullable Problem firstBad(@Nullable String... whatAndId) {
        for (int i = 0; i < whatAndId.length; i += 2) {
            String id = whatAndId[i + 1];
            Problem problem = id == null ? null : badId(String.valueOf(whatAndId[i]), id);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable Problem badAddress(String which, @Nullable Address address) {
        if (address == null) {
            return null;
        }
        if (address.lines().size() > Address.MAX_LINES) {
            return exceeded(
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
        return parts.allMatch(InputCheck::fits) && address.lines().stream().allMatch(InputCheck::fits)
                ? null
                : new Problem(
                        Codes.BAD_ADDRESS,
                        "the " + which + " address has a text of more than " + MAX_ADDRESS_TEXT
                                + " characters, or one that no store can keep");
    }

    private static boolean fits(@Nullable String text) {
        return text == null || (text.length() <= MAX_ADDRESS_TEXT && Texts.isKeepable(text));
    }

    private @Nullable Problem acting(Action action) {
        Problem problem = badId("action", action.name());
        if (problem != null) {
            return problem;
        }
        return new PayloadCheck(limits, action).problem();
    }

    private @Nullable Problem resolving(ResolveEffect resolve) {
        Problem problem = firstBad("effect", resolve.effect(), "operator", resolve.operator());
        if (problem == null) {
            problem = resolved(resolve.resolution());
        }
        String evidence = resolve.evidence();
        if (problem == null && evidence.isBlank()) {
            problem = new Problem(
                    Codes.EVIDENCE_MISSING,
                    "resolving " + resolve.effect() + " of order " + resolve.orderId()
                            + " needs evidence: say what the decision rests on");
        }
        if (problem == null && (evidence.length() > MAX_EVIDENCE || !Texts.isKeepable(evidence))) {
            problem = exceeded("characters of evidence", evidence.length(), MAX_EVIDENCE);
        }
        return problem;
    }

    private @Nullable Problem resolved(Resolution resolution) {
        if (resolution instanceof Resolution.Declined declined) {
            Problem problem = badId("reason", declined.code());
            boolean isLong = declined.message().length() > MAX_EVIDENCE || !Texts.isKeepable(declined.message());
            return problem == null && isLong
                    ? exceeded("characters of the message", declined.message().length(), MAX_EVIDENCE)
                    : problem;
        }
        if (resolution instanceof Resolution.Done done) {
            return firstBad("reference", done.reference());
        }
        return resolution instanceof Resolution.Reverse reverse ? firstBad("reference", reverse.reference()) : null;
    }

    private @Nullable Problem badId(String what, String id) {
        String wrong = Ids.problem(id, limits.idLength());
        return wrong == null ? null : new Problem(Codes.BAD_ID, "the " + what + "'s id " + wrong);
    }

    static Problem exceeded(String what, int actual, int limit) {
        return new Problem(
                Codes.LIMIT_EXCEEDED, "there are " + actual + " " + what + "; at most " + limit + " are taken");
    }
}
