package org.orderengine.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Decision;
import org.orderengine.model.Order;

/** A command with everything that deciding it needs but the order and the instant. Pure; may be asked several times. */
@FunctionalInterface
public interface Deciding {

    /** Decides on the order as it stands; null where there is none. */
    Decision decide(@Nullable Order order, Instant now);
}
