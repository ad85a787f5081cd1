package org.orderengine.decision.effect;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.model.Timer;
import org.orderengine.model.TimerKey;

/** The acceptance that an order waits for where a state of its process takes {@code accept}. Before it, nothing is handed over. */
public final class Acceptance {

    /** The name of the action. */
    public static final String ACTION = "accept";

    private Acceptance() {}

    /** Whether the order waits to be accepted. */
    public static boolean isAwaited(Draft draft) {
        return draft.process().active(draft.order().position()).stream()
                .anyMatch(state -> draft.process().state(state).on().containsKey(ACTION));
    }

    /** The timer by which the order could be accepted, where its time is over; otherwise null. */
    public static @Nullable Timer over(Draft draft) {
        for (String state : draft.process().active(draft.order().position())) {
            if (draft.process().state(state).on().containsKey(ACTION)) {
                for (String name : draft.process().state(state).after().keySet()) {
                    for (Timer timer : draft.flow().timers()) {
                        if (timer.key().equals(TimerKey.own(name))
                                && !timer.due().isAfter(draft.now())) {
                            return timer;
                        }
                    }
                }
            }
        }
        return null;
    }
}
