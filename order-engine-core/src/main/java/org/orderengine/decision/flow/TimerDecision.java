package org.orderengine.decision.flow;

import org.orderengine.command.FireTimer;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.effect.Acceptance;
import org.orderengine.event.Event;
import org.orderengine.machine.Step;
import org.orderengine.model.Order;
import org.orderengine.model.Position;
import org.orderengine.model.Timer;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;

/** Decides on one timer of one order that fires. A late or double firing changes nothing (F7). */
final class TimerDecision {

    private final CompiledProcess process;
    private final Draft draft;
    private final Order order;
    private final FireTimer command;

    TimerDecision(CompiledProcess process, Draft draft, FireTimer command) {
        this.process = process;
        this.draft = draft;
        this.order = draft.order();
        this.command = command;
    }

    Decision decide() {
        Timer timer = order.flow().timer(command.timer());
        if (timer == null || timer.epoch() != command.epoch() || timer.due().isAfter(draft.now())) {
            return new Decision.Unchanged();
        }
        return timer.isOfChild() ? ofChild(timer) : ofOrder(timer);
    }

    private Decision ofOrder(Timer timer) {
        Step<String, String, Subject> step = process.timer(draft, timer.name());
        if (StepFollower.leavesBusy(order, step) || UncertainPayments.holdBack(order, step, process)) {
            return new Decision.Unchanged();
        }
        draft.apply(new Event.TimerFired(timer.key()));
        if (UncertainPayments.takesBack(step, process) && !Acceptance.isAwaited(draft)) {
            Reinstating.remember(draft, timer.name());
        }
        if (step.accepted()) {
            new StepFollower(process, draft).follow(step);
        }
        return StepFollower.finished(draft, process);
    }

    private Decision ofChild(Timer timer) {
        if (order.flow().isBusy()) {
            return new Decision.Unchanged();
        }
        draft.apply(new Event.TimerFired(timer.key()));
        Position before = draft.order().position();
        Children.fire(draft, timer);
        StepFollower flowing = new StepFollower(process, draft);
        flowing.tell();
        if (!before.ended() && draft.order().position().equals(before)) {
            flowing.goOn();
        }
        return StepFollower.finished(draft, process);
    }
}
