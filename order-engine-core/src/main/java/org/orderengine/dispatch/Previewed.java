package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Decision;
import org.orderengine.model.Order;

/**
 * What would become of a command.
 *
 * @param order the order as it stands; null where there is none
 * @param decision what would be decided
 */
public record Previewed(@Nullable Order order, Decision decision) {}
