package org.orderengine.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.decision.Codes;
import org.orderengine.decision.action.FactsRequest;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.flow.Decider;
import org.orderengine.dispatch.Processes;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.process.CompiledProcess;

/** Decides and explains actions, with what the host's services know where a decision needs it. */
record Actions(InputCheck inputCheck, Quoting quoting, Decider decider, Processes processes) {

    /** Decides an action on an order as it stands. */
    Decision decide(@Nullable Order order, Action action, Instant now) {
        if (order == null) {
            return new Decision.Refused(unknown(action.orderId()));
        }
        CompiledProcess process = processes.find(order.process());
        if (process == null) {
            return new Decision.Refused(withoutProcess(order));
        }
        Fetched fetched = facts(order, action, now);
        return fetched != null && !fetched.isAvailable()
                ? new Decision.Refused(fetched.problem())
                : decider.act(order, action, process, fetched == null ? null : fetched.facts(), now);
    }

    /** Tries the action that an order kept first; refused where a service that it is priced by does not answer. */
    Decision tryDeferred(@Nullable Order order, Instant now) {
        Action action = order == null ? null : decider.deferred(order).orElse(null);
        if (order == null || action == null) {
            return new Decision.Unchanged();
        }
        Fetched fetched = facts(order, action, now);
        return fetched != null && !fetched.isAvailable()
                ? new Decision.Refused(fetched.problem())
                : decider.tryDeferred(order, processes.of(order), fetched == null ? null : fetched.facts(), now);
    }

    /** What {@link #decide} would say, and why. */
    ActionExplanation explain(@Nullable Order order, Action action, Instant now) {
        Problem problem = inputCheck.problem(action);
        if (problem != null) {
            return ActionExplanation.refused(action.orderId(), action.name(), problem);
        }
        if (order == null) {
            return ActionExplanation.refused(action.orderId(), action.name(), unknown(action.orderId()));
        }
        CompiledProcess process = processes.find(order.process());
        if (process == null) {
            return ActionExplanation.refused(action.orderId(), action.name(), withoutProcess(order));
        }
        Fetched fetched = facts(order, action, now);
        return fetched != null && !fetched.isAvailable()
                ? ActionExplanation.refused(action.orderId(), action.name(), fetched.problem())
                : decider.explain(order, action, process, fetched == null ? null : fetched.facts(), now);
    }

    /** What the host's services know, as far as an action needs it; null where it needs nothing. */
    private @Nullable Fetched facts(Order order, Action action, Instant now) {
        FactsRequest request = decider.factsFor(order, action).orElse(null);
        return request == null ? null : quoting.facts(request, now);
    }

    static Problem withoutProcess(Order order) {
        return new Problem(Codes.UNKNOWN_PROCESS, Processes.missing(order));
    }

    static Problem unknown(String orderId) {
        return new Problem(Codes.UNKNOWN_ORDER, "there is no order \"" + orderId + "\"");
    }
}
