package org.orderengine.dispatch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.model.Annotations;
import org.orderengine.model.By;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;
import org.orderengine.text.Ids;
import org.orderengine.text.Texts;

/** Holds the host's own data, and who gives a command and why, against the limits. Immutable, so safe for any number of threads. */
record OwnDataCheck(Limits limits) {

    @Nullable
    Problem annotations(String orderId, Annotations annotations) {
        Problem problem = attributes("order " + orderId, annotations.attributes());
        return problem == null ? tags(orderId, annotations.tags()) : problem;
    }

    private @Nullable Problem tags(String orderId, List<String> tags) {
        if (tags.size() > limits.tags()) {
            return InputCheck.exceeded("tags of order " + orderId, tags.size(), limits.tags());
        }
        for (String tag : tags) {
            String wrong = Ids.problem(tag, limits.idLength());
            if (wrong != null) {
                return bad("the tag " + Texts.quoted(tag) + " of order " + orderId + " " + wrong);
            }
        }
        return null;
    }

    /**
     * What is wrong with attributes, or null.
     *
     * @param owner what they are of, for people
     * @param attributes texts by name; null where one is to be removed
     */
    @Nullable
    Problem attributes(String owner, Map<String, ? extends @Nullable Object> attributes) {
        if (attributes.size() > limits.attributes()) {
            return InputCheck.exceeded("attributes of " + owner, attributes.size(), limits.attributes());
        }
        for (Map.Entry<String, ? extends @Nullable Object> attribute : attributes.entrySet()) {
            String what = "the attribute " + Texts.quoted(attribute.getKey()) + " of " + owner;
            String wrong = Ids.problem(attribute.getKey(), limits.idLength());
            Object value = attribute.getValue();
            if (wrong != null) {
                return bad("the name of " + what + " " + wrong);
            }
            if (value != null && !(value instanceof String)) {
                return bad(what + " is no text; write it as one");
            }
            if (value instanceof String text && (text.length() > limits.attributeLength() || !Texts.isKeepable(text))) {
                return bad(what + " has " + text.length() + " characters, or one that no store can keep; at most "
                        + limits.attributeLength() + " are taken");
            }
        }
        return null;
    }

    /** What is wrong with an author or a reason, or null. */
    @Nullable
    Problem by(By by) {
        String id = by.actor().id();
        String wrong = id == null ? null : Ids.problem(id, limits.idLength());
        if (wrong != null) {
            return new Problem(Codes.BAD_ID, "the actor's id " + wrong);
        }
        String reason = by.reason();
        return reason == null
                        || (!reason.isBlank() && reason.length() <= limits.textLength() && Texts.isKeepable(reason))
                ? null
                : new Problem(
                        Codes.BAD_REASON,
                        "the reason is blank, has more than " + limits.textLength()
                                + " characters, or one that no store can keep; shorten it or leave it out");
    }

    private static Problem bad(String message) {
        return new Problem(Codes.BAD_ATTRIBUTE, message);
    }
}
