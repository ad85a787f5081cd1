package org.orderengine.decision.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.effect.Desks;
import org.orderengine.decision.effect.Handovers;
import org.orderengine.decision.effect.Proposals;
import org.orderengine.decision.effect.Settlement;
import org.orderengine.event.Event;
import org.orderengine.machine.Microstep;
import org.orderengine.machine.Step;
import org.orderengine.model.Deadline;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.Problem;
import org.orderengine.model.Run;
import org.orderengine.model.Timer;
import org.orderengine.model.TimerKey;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;

/**
 * Follows steps of an order's machine: makes of each step the events that it means for the order.
 *
 * <p>For a step that was accepted:
 *
 * <ol>
 *   <li>The timers of states that were left stop, or are frozen where the order can come back. The exit effects are wanted.
 *   <li>The entry effects of states that were entered are wanted.
 *   <li>The order is at its new position.
 *   <li>The timers of the states where it now is start.
 *   <li>A busy state where it now is begins: its effects are owed on its behalf. If it owes none, it is left at once, and the
 *       step that leaves it is followed.
 * </ol>
 *
 * <p>When all steps are followed, the rest of the decision is settled:
 *
 * <ol>
 *   <li>parcels that hold more than the order still stands for are opened;
 *   <li>the order's own machine is told which payments, shipments and returns ended;
 *   <li>a proposed change that no longer fits ends;
 *   <li>an order that lapsed and was paid late begins anew;
 *   <li>lines that need no parcel are handed over once they are paid ({@link Handovers});
 *   <li>money and benefits that have to go back are wanted ({@link Settlement});
 *   <li>everything still wanted is owed in the background.
 * </ol>
 *
 * <p>Belongs to one decision and one thread. A process that does not come to rest within {@value #MAX_STEPS} steps is an {@link
 * IllegalStateException}.
 */
public final class StepFollower {

    private static final int MAX_STEPS = 100;

    private final CompiledProcess process;
    private final Draft draft;
    private int steps;

    /** Follows steps of that process for the order in a draft. */
    public StepFollower(CompiledProcess process, Draft draft) {
        this.process = process;
        this.draft = draft;
    }

    /** Follows a step that was accepted, and all that it leads to at once. */
    void follow(Step<String, String, Subject> step) {
        if (++steps > MAX_STEPS) {
            throw Draft.refuse(
                    Codes.STEP_ENDLESS,
                    "Order " + draft.order().id() + ": process "
                            + process.definition().reference() + " does not come to rest in "
                            + draft.order().position());
        }
        draft.followed(step);
        process.observe(step);
        Position position = CompiledProcess.position(step.instance());
        for (Microstep<String, String, Subject> microstep : step.microsteps()) {
            microstep.exited().forEach(state -> leave(state, step));
            microstep.entered().forEach(state -> owe(process.state(state).entry()));
        }
        if (!position.equals(draft.order().position())) {
            draft.apply(new Event.PositionChanged(position));
        }
        List<String> entered = step.entered();
        for (int i = 0; i < entered.size(); i++) {
            String state = entered.get(i);
            if (step.instance().isIn(state) && entered.lastIndexOf(state) == i) {
                startTimers(state, step);
            }
        }
        forget(step);
        for (int i = 0; i < entered.size(); i++) {
            String state = entered.get(i);
            if (step.instance().isIn(state)
                    && entered.lastIndexOf(state) == i
                    && process.state(state).isBusy()
                    && draft.flow().run(state) == null) {
                begin(state);
            }
        }
    }

    /**
     * Tells the order's own machine the events that its payments, shipments and returns raised. A busy state is not left by them: its
     * {@code done} and {@code declined} say where it leads.
     *
     * @return whether the machine could be told all of them
     */
    boolean tell() {
        boolean told = true;
        for (String raised = draft.nextRaised(); raised != null; raised = draft.nextRaised()) {
            if (!draft.order().position().ended()) {
                Step<String, String, Subject> step = process.act(draft, raised);
                boolean leavesBusy = leavesBusy(draft.order(), step);
                told &= !leavesBusy;
                if (step.accepted() && !leavesBusy && !UncertainPayments.holdBack(draft.order(), step, process)) {
                    follow(step);
                }
            }
        }
        return told;
    }

    private void leave(String state, Step<String, String, Subject> step) {
        for (Timer timer : draft.flow().timers()) {
            if (timer.isOf(null, state)) {
                boolean returns = process.waysBack().leadTo(state, step.instance()::isIn);
                draft.apply(returns ? frozen(timer) : new Event.TimerStopped(timer.key()));
            }
        }
        if (draft.flow().run(state) != null) {
            draft.apply(new Event.RunEnded(state));
        }
        owe(process.state(state).exit());
    }

    private Event frozen(Timer timer) {
        Duration left = Duration.between(draft.now(), timer.due());
        return new Event.TimerFrozen(
                new FrozenTimer(timer.name(), timer.state(), left.isNegative() ? Duration.ZERO : left));
    }

    private void startTimers(String state, Step<String, String, Subject> step) {
        for (Map.Entry<String, ProcessTimer> timer :
                process.state(state).after().entrySet()) {
            if (timer.getValue().isUnset(draft.order()) && draft.flow().deadline(timer.getKey()) == null) {
                continue;
            }
            Instant due = dueAt(timer.getKey(), timer.getValue(), state, step);
            draft.apply(new Event.TimerStarted(new Timer(TimerKey.own(timer.getKey()), state, due, draft.revision())));
        }
    }

    /** A timer goes on with the time it had left where the order comes back to its state; otherwise, and for a promised date, it begins anew. */
    private Instant dueAt(String name, ProcessTimer timer, String state, Step<String, String, Subject> step) {
        for (FrozenTimer frozen : draft.flow().frozen()) {
            if (!timer.isPromised()
                    && frozen.name().equals(name)
                    && frozen.state().equals(state)
                    && process.waysBack().wereTaken(step, state)) {
                return draft.now().plus(frozen.remaining());
            }
        }
        Deadline deadline = draft.flow().deadline(name);
        return deadline == null ? process.dueAt(timer, draft.order(), draft.now()) : deadline.dueAt(draft.now());
    }

    /** Drops frozen timers of states that the order can no longer come back to. */
    private void forget(Step<String, String, Subject> step) {
        for (FrozenTimer frozen : draft.flow().frozen()) {
            if (!process.waysBack().leadTo(frozen.state(), step.instance()::isIn)) {
                draft.apply(new Event.TimerStopped(TimerKey.own(frozen.name())));
            }
        }
    }

    private void owe(List<String> effects) {
        for (String effect : effects) {
            Desks.plan(draft, effect);
        }
    }

    private void begin(String state) {
        ProcessState busy = process.state(state);
        for (String effect : busy.run()) {
            Desks.plan(draft, effect);
        }
        draft.apply(new Event.RunChanged(Run.begun(state, draft.asked())));
        for (String effect : busy.run()) {
            draft.owe(state, wanted -> Desks.belongs(wanted, effect));
        }
        endIfDone(state);
    }

    /** Whether a step would leave a busy state that is at work. */
    static boolean leavesBusy(Order order, Step<String, String, Subject> step) {
        if (!order.flow().isBusy()) {
            return false;
        }
        for (String exited : step.exited()) {
            if (order.flow().run(exited) != null) {
                return true;
            }
        }
        return false;
    }

    /** Settles a draft, and gives its decision. Work that no busy state took over is owed in the background. */
    static Decision finished(Draft draft, CompiledProcess process) {
        Parcels.settle(draft);
        new StepFollower(process, draft).tell();
        Proposals.settle(draft);
        boolean anew = !draft.flow().isBusy() && Reinstating.reinstate(draft, process);
        if (!draft.flow().isBusy() && !anew && Handovers.settle(draft)) {
            new StepFollower(process, draft).goOn();
        }
        if (!draft.flow().isBusy() && !anew) {
            Settlement.settle(draft);
        }
        draft.owe(null, wanted -> true);
        return draft.accepted();
    }

    /** Takes the eventless transitions whose guards hold after an answer in the background. */
    void goOn() {
        Step<String, String, Subject> step = process.settle(draft);
        if (step.accepted() && !leavesBusy(draft.order(), step)) {
            follow(step);
        }
    }

    /** Leaves every busy state that owes nothing. */
    public void endDone() {
        for (Run run : draft.flow().runs()) {
            endIfDone(run.state());
        }
    }

    /** Leaves a busy state if it owes nothing. */
    void endIfDone(String state) {
        Run run = draft.flow().run(state);
        if (run == null || owes(state)) {
            return;
        }
        Step<String, String, Subject> step =
                switch (run.ending()) {
                    case DONE -> process.done(draft, state);
                    case DECLINED -> process.declined(draft, state);
                    case FAILED -> process.failed(draft, state);
                };
        if (step.accepted()) {
            draft.leadsOn(run.asked());
            follow(step);
        } else {
            draft.apply(new Event.RunEnded(state));
        }
    }

    /** Turns a busy state back: its work is undone, and then it is left by another transition. */
    void turnBack(Run run, Run.Ending ending, Problem problem) {
        draft.apply(new Event.RunChanged(run.turned(ending, problem)));
        for (int i = run.done().size() - 1; i >= 0; i--) {
            Desks.undo(draft, run.state(), run.done().get(i));
        }
    }

    /** Drops the other effects that a busy state owes. */
    void dropOthers(Run run) {
        for (OwedEffect other : draft.flow().effects()) {
            if (run.state().equals(other.run())) {
                draft.apply(new Event.EffectDropped(other.id()));
            }
        }
    }

    private boolean owes(String state) {
        return draft.flow().effects().stream().anyMatch(effect -> state.equals(effect.run()));
    }
}
