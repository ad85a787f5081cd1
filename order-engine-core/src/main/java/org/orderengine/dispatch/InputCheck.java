package org.orderengine.dispatch;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.Codes;
import org.orderengine.model.Address;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;

/** Checks commands against the limits before anything is done for them. Immutable, so safe for any number of threads. */
public final class InputCheck {

    private static final int MAX_ADDRESS_LINES = 10;
    private static final int MAX_ADDRESS_TEXT = 1000;
    private static final int MAX_EVIDENCE = 4000;

    private final Limits limits;

    /** A check against these limits. */
    public InputCheck(Limits limits) {
        this.limits = limits;
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
        return problem;
    }

    private @Nullable Problem placing(PlaceOrder place) {
        if (place.lines().size() > limits.lines()) {
            return exceeded("lines", place.lines().size(), limits.lines());
        }
        if (place.coupons().size() > limits.coupons()) {
            return exceeded("coupons", place.coupons().size(), limits.coupons());
        }
        for (PlaceOrder.RequestedLine line : place.lines()) {
            Problem problem = line.line() == null ? badId("sku", line.sku()) : badId("line", line.line());
            if (problem != null) {
                return problem;
            }
        }
        for (String coupon : place.coupons()) {
            Problem problem = badId("coupon", coupon);
            if (problem != null) {
                return problem;
            }
        }
        String buyer = place.origin().buyer();
        Problem problem = buyer == null ? null : badId("buyer", buyer);
        if (problem == null) {
            problem = badAddress("delivery", place.customer().deliveryAddress());
        }
        return problem == null ? badAddress("billing", place.customer().billingAddress()) : problem;
    }

    private static @Nullable Problem badAddress(String which, @Nullable Address address) {
        if (address == null) {
            return null;
        }
        if (address.lines().size() > MAX_ADDRESS_LINES) {
            return exceeded(
                    "lines of the " + which + " address", address.lines().size(), MAX_ADDRESS_LINES);
        }
        Stream<@Nullable String> texts = Stream.concat(
                address.lines().stream(),
                Stream.of(
                        address.recipient(),
                        address.company(),
                        address.postalCode(),
                        address.city(),
                        address.region(),
                        address.country(),
                        address.phone(),
                        address.email()));
        return texts.allMatch(
                        text -> text == null || (text.length() <= MAX_ADDRESS_TEXT && PayloadSize.isUnicode(text)))
                ? null
                : new Problem(
                        Codes.BAD_ADDRESS,
                        "the " + which + " address has a text of more than " + MAX_ADDRESS_TEXT
                                + " characters, or one that is no Unicode");
    }

    private @Nullable Problem acting(Action action) {
        Problem problem = badId("action", action.name());
        if (problem != null) {
            return problem;
        }
        PayloadSize size = PayloadSize.of(action.payload());
        if (size.values() > limits.payloadValues()) {
            return exceeded("payload values", size.values(), limits.payloadValues());
        }
        return size.isWellFormed()
                ? null
                : new Problem(
                        Codes.BAD_PAYLOAD,
                        "the payload of " + action.name() + " is nested deeper than " + PayloadSize.MAX_DEPTH
                                + ", or has a text that is no Unicode");
    }

    private @Nullable Problem resolving(ResolveEffect resolve) {
        Problem problem = badId("effect", resolve.effect());
        if (problem == null) {
            problem = badId("operator", resolve.operator());
        }
        if (problem == null && resolve.resolution() instanceof Resolution.Declined declined) {
            problem = badId("reason", declined.code());
        }
        String evidence = resolve.evidence();
        if (problem == null && evidence.isBlank()) {
            problem = new Problem(
                    Codes.EVIDENCE_MISSING,
                    "resolving " + resolve.effect() + " of order " + resolve.orderId()
                            + " needs evidence: say what the decision rests on");
        }
        if (problem == null && (evidence.length() > MAX_EVIDENCE || !PayloadSize.isUnicode(evidence))) {
            problem = exceeded("characters of evidence", evidence.length(), MAX_EVIDENCE);
        }
        return problem;
    }

    private @Nullable Problem badId(String what, String id) {
        if (id.isBlank() || id.length() > limits.idLength()) {
            return new Problem(
                    Codes.BAD_ID,
                    "the " + what + "'s id has " + id.length() + " characters; give it 1 to " + limits.idLength()
                            + ", not all blank");
        }
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                return new Problem(Codes.BAD_ID, "the " + what + "'s id has a control character at " + i);
            }
        }
        if (!PayloadSize.isUnicode(id)) {
            return new Problem(
                    Codes.BAD_ID, "the " + what + "'s id is no Unicode: half of a surrogate pair is missing");
        }
        return null;
    }

    private static Problem exceeded(String what, int actual, int limit) {
        return new Problem(
                Codes.LIMIT_EXCEEDED, "there are " + actual + " " + what + "; at most " + limit + " are taken");
    }
}
