package org.orderengine.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;
import org.orderengine.text.Ids;
import org.orderengine.text.Texts;

/**
 * Holds one payload against the limits: how many values it has, how deep they are nested, and each of its texts. What a built-in action
 * says names something, but for what people write for people. Belongs to one check and one thread.
 */
final class PayloadCheck {

    private static final int MAX_DEPTH = 16;

    /** What people write for people, and mail addresses and streets: it may have line breaks and any length up to the limit. */
    private static final Set<String> FREE = Set.of("reason", "message", "note");

    /** Where addresses are, which have a check of their own. */
    private static final Set<String> ADDRESSES = Set.of("deliveryAddress", "billingAddress");

    private static final int MAX_REASON = 1000;
    private static final int MAX_REFERENCE = 500;

    private final Limits limits;
    private final String action;
    private final boolean isBuiltIn;
    private int values;

    PayloadCheck(Limits limits, String action, boolean isBuiltIn) {
        this.limits = limits;
        this.action = action;
        this.isBuiltIn = isBuiltIn;
    }

    /** What is wrong with the payload, or null. */
    @Nullable
    Problem problem(Payload payload) {
        Problem problem = members(payload, 0, isBuiltIn);
        return values > limits.payloadValues()
                ? InputCheck.exceeded("payload values", values, limits.payloadValues())
                : problem;
    }

    private @Nullable Problem members(Payload payload, int depth, boolean names) {
        values++;
        for (Map.Entry<String, Object> member : payload.asMap().entrySet()) {
            String key = member.getKey();
            Problem problem = Texts.isKeepable(key) && key.length() <= limits.textLength() ? null : badText(key);
            if (problem == null) {
                problem = value(key, member.getValue(), depth + 1, names && !ADDRESSES.contains(key));
            }
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable Problem value(String key, Object value, int depth, boolean names) {
        if (value instanceof Payload payload) {
            return depth > MAX_DEPTH ? tooDeep() : members(payload, depth, names);
        }
        values++;
        if (values > limits.payloadValues()) {
            return InputCheck.exceeded("payload values", values, limits.payloadValues());
        }
        if (value instanceof List<?> list) {
            return depth > MAX_DEPTH ? tooDeep() : elements(key, list, depth, names);
        }
        return value instanceof String text ? text(key, text, names) : null;
    }

    private @Nullable Problem elements(String key, List<?> list, int depth, boolean names) {
        for (Object element : list) {
            Problem problem = value(key, element, depth + 1, names);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable Problem text(String key, String text, boolean names) {
        if (!names) {
            return text.length() <= limits.textLength() && Texts.isKeepable(text) ? null : badText(key);
        }
        if (FREE.contains(key)) {
            return text.length() <= MAX_REASON && Texts.isKeepable(text) ? null : badText(key);
        }
        int most = key.equals("reference") ? Math.max(limits.idLength(), MAX_REFERENCE) : limits.idLength();
        String wrong = text.isEmpty() ? null : Ids.problem(text, most);
        return wrong == null
                ? null
                : new Problem(Codes.BAD_PAYLOAD, "the " + Texts.quoted(key) + " of " + action + " " + wrong);
    }

    private Problem badText(String key) {
        return new Problem(
                Codes.BAD_PAYLOAD,
                "the payload of " + action + " has a text under " + Texts.quoted(key)
                        + " that is too long, or that no store can keep: U+0000, or half of a surrogate pair");
    }

    private Problem tooDeep() {
        return new Problem(Codes.BAD_PAYLOAD, "the payload of " + action + " is nested deeper than " + MAX_DEPTH);
    }
}
