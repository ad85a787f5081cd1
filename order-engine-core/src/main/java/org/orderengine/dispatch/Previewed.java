package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Decision;
import org.orderengine.model.Order;

/**
 * The decision that a command would get.
 *
 * @param order the order as it stands; null where there is none
 * @param decision what would be decided
 */
public record Previewed(@Nullable Order order, Decision decision) {}
