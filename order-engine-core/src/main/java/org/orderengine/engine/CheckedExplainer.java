package org.orderengine.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.dispatch.Decisions;
import org.orderengine.dispatch.InputCheck;
import org.orderengine.dispatch.Processes;
import org.orderengine.model.Order;
import org.orderengine.model.Phase;
import org.orderengine.model.Problem;
import org.orderengine.orders.stored.ActionExplainer;

/** Explains actions by the code that checks and decides them. */
record CheckedExplainer(InputCheck inputCheck, Decisions decisions, Processes processes) implements ActionExplainer {

    @Override
    public @Nullable Phase phase(Order order) {
        return decisions.phase(order);
    }

    @Override
    public List<String> allowed(Order order, Instant now) {
        return decisions.allowed(order, now);
    }

    @Override
    public List<ActionExplanation> explainAll(Order order, Instant now) {
        return processes.actions(order).stream()
                .map(action ->
                        decisions.explain(order, Action.on(order.id(), action).build(), now))
                .toList();
    }

    @Override
    public ActionExplanation explain(@Nullable Order order, Action action, Instant now) {
        return decisions.explain(order, action, now);
    }

    @Override
    public @Nullable Problem problem(Action action) {
        return inputCheck.problem(action);
    }
}
