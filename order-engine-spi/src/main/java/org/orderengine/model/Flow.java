package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is and what it waits for.
 *
 * @param position where it is in its process
 * @param runs the busy states at work
 * @param effects the outside work it owes, in the order in which it is to be done
 * @param timers the timers that run
 * @param deferred the actions that are kept until it comes to rest, in the order in which they arrived
 * @param frozen the timers that stand still while the order is on hold
 * @param deadlines when timers fire that fire otherwise than its process says
 * @param stuck why its due work cannot be done, if it cannot
 * @param lapse what a timer took off it because nobody had paid, where that is kept
 * @param change the change that waits for stock; null when none does
 * @param proposal the change that waits for somebody to confirm it; null when none does
 */
public record Flow(
        Position position,
        List<Run> runs,
        List<OwedEffect> effects,
        List<Timer> timers,
        List<DeferredAction> deferred,
        List<FrozenTimer> frozen,
        List<Deadline> deadlines,
        @Nullable Stuck stuck,
        @Nullable Lapse lapse,
        @Nullable PendingChange change,
        @Nullable ProposedChange proposal) {

    /** Before the process has begun. */
    public static final Flow NONE = new Flow(Position.NONE, List.of(), List.of(), List.of());

    public Flow {
        runs = List.copyOf(runs);
        effects = List.copyOf(effects);
        timers = List.copyOf(timers);
        deferred = List.copyOf(deferred);
        frozen = List.copyOf(frozen);
        deadlines = List.copyOf(deadlines);
    }

    /** A flow that is as its process says, keeps no actions, and is neither on hold nor stuck. */
    public Flow(Position position, List<Run> runs, List<OwedEffect> effects, List<Timer> timers) {
        this(position, runs, effects, timers, List.of(), List.of(), List.of(), null, null, null, null);
    }

    /** Whether a busy state is at work. */
    public boolean isBusy() {
        return !runs.isEmpty();
    }

    /** Whether it keeps actions and has come to rest, so that the first can be tried. */
    public boolean isReadyForDeferred() {
        return runs.isEmpty() && !deferred.isEmpty();
    }

    /** The busy state of that name at work, or null. */
    public @Nullable Run run(String state) {
        for (Run run : runs) {
            if (run.state().equals(state)) {
                return run;
            }
        }
        return null;
    }

    /** The owed effect of that id, or null. */
    public @Nullable OwedEffect effect(EffectId id) {
        for (OwedEffect effect : effects) {
            if (effect.id().equals(id)) {
                return effect;
            }
        }
        return null;
    }

    /** The running timer of that name, or null. */
    public @Nullable Timer timer(String name) {
        for (Timer timer : timers) {
            if (timer.name().equals(name)) {
                return timer;
            }
        }
        return null;
    }

    /** This flow at another position. */
    public Flow withPosition(Position newPosition) {
        return new Flow(
                newPosition, runs, effects, timers, deferred, frozen, deadlines, stuck, lapse, change, proposal);
    }

    /** This flow with other busy states. */
    public Flow withRuns(List<Run> newRuns) {
        return new Flow(
                position, newRuns, effects, timers, deferred, frozen, deadlines, stuck, lapse, change, proposal);
    }

    /** This flow with other owed effects. */
    public Flow withEffects(List<OwedEffect> newEffects) {
        return new Flow(
                position, runs, newEffects, timers, deferred, frozen, deadlines, stuck, lapse, change, proposal);
    }

    /** This flow with other timers. */
    public Flow withTimers(List<Timer> newTimers) {
        return new Flow(
                position, runs, effects, newTimers, deferred, frozen, deadlines, stuck, lapse, change, proposal);
    }

    /** This flow keeping other actions. */
    public Flow withDeferred(List<DeferredAction> newDeferred) {
        return new Flow(
                position, runs, effects, timers, newDeferred, frozen, deadlines, stuck, lapse, change, proposal);
    }

    /** This flow with other timers that stand still. */
    public Flow withFrozen(List<FrozenTimer> newFrozen) {
        return new Flow(
                position, runs, effects, timers, deferred, newFrozen, deadlines, stuck, lapse, change, proposal);
    }

    /** This flow with other deadlines. */
    public Flow withDeadlines(List<Deadline> newDeadlines) {
        return new Flow(
                position, runs, effects, timers, deferred, frozen, newDeadlines, stuck, lapse, change, proposal);
    }

    /** This flow when its due work cannot be done, or can be again. */
    public Flow withStuck(@Nullable Stuck why) {
        return new Flow(position, runs, effects, timers, deferred, frozen, deadlines, why, lapse, change, proposal);
    }

    /** This flow when something happened to the order. */
    public Flow unstuck() {
        return stuck == null ? this : withStuck(null);
    }

    /** The deadline of the timer of that name, or null where it fires as the process says. */
    public @Nullable Deadline deadline(String timer) {
        for (Deadline deadline : deadlines) {
            if (deadline.timer().equals(timer)) {
                return deadline;
            }
        }
        return null;
    }

    /** This flow with what a timer took off, or without. */
    public Flow withLapse(@Nullable Lapse newLapse) {
        return new Flow(
                position, runs, effects, timers, deferred, frozen, deadlines, stuck, newLapse, change, proposal);
    }

    /** This flow with another change that waits for stock, or none. */
    public Flow withChange(@Nullable PendingChange newChange) {
        return new Flow(
                position, runs, effects, timers, deferred, frozen, deadlines, stuck, lapse, newChange, proposal);
    }

    /** This flow with another change that waits to be confirmed, or none. */
    public Flow withProposal(@Nullable ProposedChange newProposal) {
        return new Flow(
                position, runs, effects, timers, deferred, frozen, deadlines, stuck, lapse, change, newProposal);
    }
}
