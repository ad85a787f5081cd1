package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flow of an order: where it is in its process, and what it waits for.
 *
 * <p>An order waits for one of these:
 *
 * <ul>
 *   <li>the next action: it rests in a state of its process;
 *   <li>a service: a busy state is at work, and owes effects;
 *   <li>a timer: the first of its clocks to fall due;
 *   <li>a person: an effect is parked, a proposed change waits, or its due work is stuck.
 * </ul>
 *
 * <pre>{@code
 * Flow flow = order.flow();
 * if (flow.isBusy()) {
 *     flow.effects().forEach(effect -> log(effect.name(), effect.status(), effect.due()));
 * }
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param position where it is in its process
 * @param work what it has to do by itself
 * @param clocks its timers
 * @param waits what keeps it waiting besides the next action
 */
public record Flow(Position position, Work work, Clocks clocks, Waits waits) {

    /** Before the process has begun. */
    public static final Flow NONE = new Flow(Position.NONE, List.of(), List.of(), List.of());

    /** A flow whose timers fire as its process says. It keeps no actions, and is neither on hold nor stuck. */
    public Flow(Position position, List<Run> runs, List<OwedEffect> effects, List<Timer> timers) {
        this(position, new Work(runs, effects, List.of()), new Clocks(timers, List.of(), List.of()), Waits.NONE);
    }

    /** The busy states at work. */
    public List<Run> runs() {
        return work.runs();
    }

    /** The outside work it owes, in the order in which it is to be done. */
    public List<OwedEffect> effects() {
        return work.effects();
    }

    /** The actions that are kept until it comes to rest, in the order in which they arrived. */
    public List<DeferredAction> deferred() {
        return work.deferred();
    }

    /** The timers that run. */
    public List<Timer> timers() {
        return clocks.timers();
    }

    /** The timers that stand still while the order is on hold, each with the time it has left. */
    public List<FrozenTimer> frozen() {
        return clocks.frozen();
    }

    /** The timers that have a time of their own in this order, instead of the time that the process gives. */
    public List<Deadline> deadlines() {
        return clocks.deadlines();
    }

    /** Why its due work cannot be done; null where it can. */
    public @Nullable Stuck stuck() {
        return waits.stuck();
    }

    /** What a timer took off the unpaid order; null where nothing is kept. */
    public @Nullable Lapse lapse() {
        return waits.lapse();
    }

    /** The change that waits for stock; null when none does. */
    public @Nullable PendingChange change() {
        return waits.change();
    }

    /** The change that waits to be confirmed; null when none does. */
    public @Nullable ProposedChange proposal() {
        return waits.proposal();
    }

    /** Who wants the order's personal data erased once it has ended; null when nobody does. */
    public @Nullable By erasure() {
        return waits.erasure();
    }

    /** Whether a busy state is at work. */
    public boolean isBusy() {
        return !runs().isEmpty();
    }

    /** Whether it keeps actions and has come to rest, so that the first can be tried. */
    public boolean isReadyForDeferred() {
        return runs().isEmpty() && !deferred().isEmpty();
    }

    /** The busy state of that name at work, or null. */
    public @Nullable Run run(String state) {
        for (Run run : runs()) {
            if (run.state().equals(state)) {
                return run;
            }
        }
        return null;
    }

    /** The owed effect of that id, or null. */
    public @Nullable OwedEffect effect(EffectId id) {
        for (OwedEffect effect : effects()) {
            if (effect.id().equals(id)) {
                return effect;
            }
        }
        return null;
    }

    /** The running timer of that key, or null. */
    public @Nullable Timer timer(TimerKey key) {
        for (Timer timer : timers()) {
            if (timer.key().equals(key)) {
                return timer;
            }
        }
        return null;
    }

    /** The running timer whose key is that text, or null. */
    public @Nullable Timer timer(String name) {
        return timers().isEmpty() ? null : timer(TimerKey.parse(name));
    }

    /** The deadline of the timer of that name, or null where it fires as the process says. */
    public @Nullable Deadline deadline(String timer) {
        for (Deadline deadline : deadlines()) {
            if (deadline.timer().equals(timer)) {
                return deadline;
            }
        }
        return null;
    }

    /** This flow at another position. */
    public Flow withPosition(Position newPosition) {
        return new Flow(newPosition, work, clocks, waits);
    }

    /** This flow with other work. */
    public Flow withWork(Work newWork) {
        return new Flow(position, newWork, clocks, waits);
    }

    /** This flow with other busy states. */
    public Flow withRuns(List<Run> newRuns) {
        return withWork(work.withRuns(newRuns));
    }

    /** This flow with other owed effects. */
    public Flow withEffects(List<OwedEffect> newEffects) {
        return withWork(work.withEffects(newEffects));
    }

    /** This flow keeping other actions. */
    public Flow withDeferred(List<DeferredAction> newDeferred) {
        return withWork(work.withDeferred(newDeferred));
    }

    /** This flow with other clocks. */
    public Flow withClocks(Clocks newClocks) {
        return new Flow(position, work, newClocks, waits);
    }

    /** This flow with other timers. */
    public Flow withTimers(List<Timer> newTimers) {
        return withClocks(clocks.withTimers(newTimers));
    }

    /** This flow with other timers that stand still. */
    public Flow withFrozen(List<FrozenTimer> newFrozen) {
        return withClocks(clocks.withFrozen(newFrozen));
    }

    /** This flow with other deadlines. */
    public Flow withDeadlines(List<Deadline> newDeadlines) {
        return withClocks(clocks.withDeadlines(newDeadlines));
    }

    /** This flow when it waits for something else. */
    public Flow withWaits(Waits newWaits) {
        return new Flow(position, work, clocks, newWaits);
    }

    /** This flow when its due work cannot be done, or can be again. */
    public Flow withStuck(@Nullable Stuck why) {
        return withWaits(waits.withStuck(why));
    }

    /** This flow when something happened to the order. */
    public Flow unstuck() {
        return stuck() == null ? this : withStuck(null);
    }

    /** This flow with what a timer took off, or without. */
    public Flow withLapse(@Nullable Lapse newLapse) {
        return withWaits(waits.withLapse(newLapse));
    }

    /** This flow with another change that waits for stock, or none. */
    public Flow withChange(@Nullable PendingChange newChange) {
        return withWaits(waits.withChange(newChange));
    }

    /** This flow with another change that waits to be confirmed, or none. */
    public Flow withProposal(@Nullable ProposedChange newProposal) {
        return withWaits(waits.withProposal(newProposal));
    }

    /** This flow when somebody wants personal data erased, or nobody does any more. */
    public Flow withErasure(@Nullable By newErasure) {
        return withWaits(waits.withErasure(newErasure));
    }
}
