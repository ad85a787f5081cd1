package org.orderengine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.decision.action.BuiltInAction;
import org.orderengine.decision.action.BuiltInActions;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.PayloadType;
import org.orderengine.process.vocabulary.PayloadType.ListOf;
import org.orderengine.process.vocabulary.PayloadType.Members;
import org.orderengine.process.vocabulary.PayloadType.OrNull;
import org.orderengine.process.vocabulary.PayloadType.Plain;
import org.orderengine.text.Ids;
import org.orderengine.text.Texts;

/**
 * Holds one payload against the limits: how many values it has, how deep they are nested, and each of its texts. What an action describes as a
 * name is held against the limit of ids; other texts are for people, or a host's own. Belongs to one check and one thread.
 */
final class PayloadCheck {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_REFERENCE = 500;

    private final Limits limits;
    private final Action action;
    private int values;

    PayloadCheck(Limits limits, Action action) {
        this.limits = limits;
        this.action = action;
    }

    /** What is wrong with the payload, or null. */
    @Nullable
    Problem problem() {
        BuiltInAction builtIn = BuiltInActions.named(action.name());
        List<PayloadKey> keys = new ArrayList<>(
                builtIn == null ? List.of() : builtIn.description().payload());
        keys.addAll(ActionDescription.COMMON);
        Problem problem = members(action.payload(), 0, keys);
        return values > limits.payloadValues() ? tooMany() : problem;
    }

    private @Nullable Problem members(Payload payload, int depth, List<PayloadKey> keys) {
        values++;
        for (Map.Entry<String, @Nullable Object> member : payload.asMap().entrySet()) {
            String key = member.getKey();
            Problem problem = Texts.isKeepable(key) && key.length() <= limits.textLength() ? null : badText(key);
            if (problem == null) {
                problem = value(key, member.getValue(), depth + 1, type(keys, key));
            }
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable PayloadType type(List<PayloadKey> keys, String name) {
        for (PayloadKey key : keys) {
            if (key.name().equals(name)) {
                return key.type() instanceof OrNull orNull ? orNull.type() : key.type();
            }
        }
        return null;
    }

    private @Nullable Problem value(String key, @Nullable Object value, int depth, @Nullable PayloadType type) {
        if (depth > MAX_DEPTH) {
            return new Problem(
                    Codes.BAD_PAYLOAD, "the payload of " + action.name() + " is nested deeper than " + MAX_DEPTH);
        }
        if (type == Plain.ATTRIBUTES && value != null) {
            return attributes(key, value);
        }
        if (value instanceof Payload payload) {
            return members(payload, depth, type instanceof Members object ? object.keys() : List.of());
        }
        if (++values > limits.payloadValues()) {
            return tooMany();
        }
        if (value instanceof List<?> list) {
            PayloadType element = type instanceof ListOf elements ? elements.element() : null;
            for (Object one : list) {
                Problem problem = value(key, one, depth + 1, element);
                if (problem != null) {
                    return problem;
                }
            }
        }
        return value instanceof String text ? text(key, text, type) : null;
    }

    private @Nullable Problem attributes(String key, Object value) {
        if (!(value instanceof Payload attributes)) {
            return new Problem(
                    Codes.BAD_ATTRIBUTE,
                    "the " + Texts.quoted(key) + " of " + action.name() + " are no object of texts by name");
        }
        values += attributes.keys().size();
        return new OwnDataCheck(limits).attributes(action.name(), attributes.asMap());
    }

    private @Nullable Problem text(String key, String text, @Nullable PayloadType type) {
        if (type == null || type == Plain.PROSE) {
            return text.length() <= limits.textLength() && Texts.isKeepable(text) ? null : badText(key);
        }
        int most = type == Plain.REFERENCE ? MAX_REFERENCE : limits.idLength();
        String wrong = Ids.problem(text, most);
        return wrong == null
                ? null
                : new Problem(Codes.BAD_PAYLOAD, "the " + Texts.quoted(key) + " of " + action.name() + " " + wrong);
    }

    private Problem badText(String key) {
        return new Problem(
                Codes.BAD_PAYLOAD,
                "the payload of " + action.name() + " has a text under " + Texts.quoted(key)
                        + " that is too long, or that no store can keep: U+0000, or half of a surrogate pair");
    }

    private Problem tooMany() {
        return InputCheck.exceeded("payload values", values, limits.payloadValues());
    }
}
