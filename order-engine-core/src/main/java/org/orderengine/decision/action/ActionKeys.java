package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.model.Problem;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.PayloadType;
import org.orderengine.process.vocabulary.PayloadType.ListOf;
import org.orderengine.process.vocabulary.PayloadType.Members;
import org.orderengine.text.Suggestion;
import org.orderengine.text.Texts;

/**
 * The keys that go with actions: of a built-in one those that describe it, of a host's own those that the host declared, otherwise any.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public final class ActionKeys {

    private final Map<String, List<String>> ofHost = new LinkedHashMap<>();

    /** The keys of the built-in actions, and those that a host declared for actions of its own. */
    public ActionKeys(Map<String, List<String>> ofHost) {
        ofHost.forEach((action, keys) -> {
            List<String> all = new ArrayList<>(keys);
            ActionDescription.COMMON.forEach(key -> all.add(key.name()));
            this.ofHost.put(action, List.copyOf(all));
        });
    }

    /** The problem of a payload with a key that means nothing to its action; null if there is none. */
    public @Nullable Problem problem(Action action) {
        BuiltInAction builtIn = BuiltInActions.named(action.name());
        if (builtIn != null) {
            List<PayloadKey> keys = new ArrayList<>(builtIn.description().payload());
            ActionDescription.COMMON.stream()
                    .filter(key -> keys.stream().noneMatch(own -> own.name().equals(key.name())))
                    .forEach(keys::add);
            return problem(action.name(), action.payload(), keys);
        }
        List<String> declared = ofHost.get(action.name());
        return declared == null ? null : unknown(action.name(), action.payload(), declared);
    }

    private static @Nullable Problem problem(String where, Payload payload, List<PayloadKey> keys) {
        Problem unknown =
                unknown(where, payload, keys.stream().map(PayloadKey::name).toList());
        for (int i = 0; unknown == null && i < keys.size(); i++) {
            PayloadKey key = keys.get(i);
            unknown = inner(where + "." + key.name(), payload.get(key.name()), key.type());
        }
        return unknown;
    }

    /** Values that are not of their type are left to who reads them. */
    private static @Nullable Problem inner(String where, @Nullable Object value, PayloadType type) {
        if (type instanceof Members members && value instanceof Payload payload) {
            return problem(where, payload, members.keys());
        }
        if (type instanceof ListOf list && value instanceof List<?> elements) {
            for (Object element : elements) {
                Problem problem = inner(where, element, list.element());
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private static @Nullable Problem unknown(String where, Payload payload, List<String> known) {
        for (String key : payload.keys()) {
            if (!known.contains(key)) {
                String quoted = Texts.quoted(key);
                return new Problem(
                        Codes.UNKNOWN_PAYLOAD_KEY,
                        where + " takes no \"" + quoted + "\"" + Suggestion.didYouMean(quoted, known) + "; use "
                                + String.join(", ", known));
            }
        }
        return null;
    }
}
