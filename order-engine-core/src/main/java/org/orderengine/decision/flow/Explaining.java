package org.orderengine.decision.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.decision.Consequences;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.machine.Step;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.model.Timer;
import org.orderengine.process.ConsideredTransition;
import org.orderengine.process.compiled.ActionAnswer;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;

/** Decides an action and records what the process was asked. Nothing is committed. */
final class Explaining {

    private final CompiledProcess process;
    private final Draft draft;
    private final Order order;
    private final Action action;
    /** The candidates of the last question to the process, which sees the entries of the action if it came so far. */
    private List<ConsideredTransition> candidates = List.of();

    Explaining(CompiledProcess process, Draft draft, Action action) {
        this.process = process;
        this.draft = draft;
        this.order = draft.order();
        this.action = action;
    }

    ActionExplanation explain() {
        Decision decision =
                Refusals.asValues(order.id(), new ActionDecision(process, draft, action, this::ask)::decide);
        if (decision instanceof Decision.Accepted accepted && Deferral.isKept(accepted.events())) {
            return explained(ActionExplanation.Answer.KEPT, null, heldBack(), null);
        } else if (decision instanceof Decision.Accepted accepted) {
            return explained(ActionExplanation.Answer.TAKEN, null, candidates, follows(accepted));
        } else if (decision instanceof Decision.Refused refused) {
            return explained(ActionExplanation.Answer.REFUSED, refused.problem(), heldBack(), null);
        }
        return explained(ActionExplanation.Answer.TAKEN_ALREADY, null, heldBack(), null);
    }

    private Step<String, String, Subject> ask(Subject subject, String name) {
        ActionAnswer answer = process.explain(subject, name);
        candidates = answer.candidates();
        return answer.step();
    }

    private List<ConsideredTransition> heldBack() {
        return candidates.stream().map(ConsideredTransition::heldBack).toList();
    }

    private ActionExplanation explained(
            ActionExplanation.Answer answer,
            @Nullable Problem refusal,
            List<ConsideredTransition> considered,
            @Nullable Consequences follows) {
        return new ActionExplanation(
                order.id(), action.name(), order.position().states(), answer, refusal, considered, follows);
    }

    private Consequences follows(Decision.Accepted accepted) {
        List<String> transitions = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<String> entered = new ArrayList<>();
        for (Step<String, String, Subject> step : draft.steps()) {
            transitions.addAll(process.places(step.taken()));
            left.addAll(step.exited());
            entered.addAll(step.entered());
        }
        Order after = accepted.order();
        List<OwedEffect> owed = new ArrayList<>(after.flow().effects());
        owed.removeAll(order.flow().effects());
        List<Timer> started = new ArrayList<>(after.flow().timers());
        started.removeAll(order.flow().timers());
        List<Timer> stopped = new ArrayList<>(order.flow().timers());
        stopped.removeAll(after.flow().timers());
        return new Consequences(transitions, left, entered, owed, started, stopped, after);
    }
}
