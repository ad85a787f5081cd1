package org.orderengine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action and what of the host's own went with it, kept with the work that the action led to.
 *
 * <p>Of an action of the host's own that is all of its payload, of a built-in one its {@code attributes}.
 *
 * <p>Immutable, so safe for any number of threads. The text form names the keys only, since values may be personal.
 *
 * @param action the action's name
 * @param payload values by name: text, whole numbers, true or false, amounts, maps and lists of these
 */
public record Asked(String action, Map<String, @Nullable Object> payload) {

    public Asked {
        Checks.requireText(action, "action");
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }

    /** The action and the keys of what went with it. */
    @Override
    public String toString() {
        return "Asked[" + action + ", " + payload.keySet() + "]";
    }
}
