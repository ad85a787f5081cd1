package org.orderengine.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An action that arrived while the order was busy and is kept: it is tried when the order has come to rest.
 *
 * @param revision the revision that kept it: tells it from the order's others, those kept earlier have lower ones
 * @param since when it was kept
 * @param action the action's name
 * @param payload what goes with it, values by name: text, whole numbers, true or false, amounts, maps and lists of these
 */
public record DeferredAction(long revision, Instant since, String action, Map<String, Object> payload) {

    public DeferredAction {
        Checks.requireText(action, "deferred action");
        Checks.requireNotNegative(revision, "revision of deferred action", action);
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }

    /** Which action since when; not the payload, which may be personal. */
    @Override
    public String toString() {
        return action + " since revision " + revision;
    }
}
