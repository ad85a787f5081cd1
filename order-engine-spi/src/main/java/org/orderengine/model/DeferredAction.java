package org.orderengine.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action that arrived while the order was busy and is kept: it is tried when the order has come to rest.
 *
 * @param revision the revision that kept it: tells it from the order's others, those kept earlier have lower ones
 * @param since when it was kept
 * @param action the action's name
 * @param payload what goes with it, values by name: text, whole numbers, true or false, amounts, maps and lists of these
 * @param by who asked for it, and why
 */
public record DeferredAction(
        long revision, Instant since, String action, Map<String, @Nullable Object> payload, By by) {

    public DeferredAction {
        Checks.requireText(action, "deferred action");
        Checks.requireNotNegative(revision, "revision of deferred action", action);
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }

    /** An action of a program that says nothing of itself. */
    public DeferredAction(long revision, Instant since, String action, Map<String, @Nullable Object> payload) {
        this(revision, since, action, payload, By.SYSTEM);
    }

    /** Which action since when; not the payload, which may be personal. */
    @Override
    public String toString() {
        return action + " since revision " + revision;
    }
}
