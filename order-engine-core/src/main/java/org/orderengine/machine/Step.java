package org.orderengine.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Transition;

/**
 * The answer to an event: either it was accepted and the machine came to rest again, or it was refused and nothing changed.
 *
 * <pre>{@code
 * Step<Door, Move, Log> step = machine.fire(instance, Move.CLOSE, log);
 * String answer = step.refusal().map(Refusal::message).orElse("now " + step.instance().activeStates());
 * }</pre>
 *
 * <p>Immutable, and safe for any number of threads. The same event in the same configuration gives the same object as long as guards answer
 * alike.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> the context
 */
public final class Step<S, E, C> {

    private final Instance<S> instance;
    private final List<Microstep<S, E, C>> microsteps;
    private final List<Transition<S, E, C>> taken;
    private final List<S> exited;
    private final List<S> entered;
    private final Optional<Refusal<S, E, C>> refusal;

    private Step(Instance<S> instance, List<Microstep<S, E, C>> microsteps, @Nullable Refusal<S, E, C> refusal) {
        this.instance = instance;
        this.microsteps = List.copyOf(microsteps);
        this.taken = joined(microsteps, Microstep::taken);
        this.exited = joined(microsteps, Microstep::exited);
        this.entered = joined(microsteps, Microstep::entered);
        this.refusal = Optional.ofNullable(refusal);
    }

    static <S, E, C> Step<S, E, C> accepted(Instance<S> instance, List<Microstep<S, E, C>> microsteps) {
        return new Step<>(instance, microsteps, null);
    }

    static <S, E, C> Step<S, E, C> refused(Instance<S> instance, Refusal<S, E, C> refusal) {
        return new Step<>(instance, List.of(), refusal);
    }

    private static <T, S, E, C> List<T> joined(
            List<Microstep<S, E, C>> microsteps, Function<Microstep<S, E, C>, List<T>> part) {
        if (microsteps.size() == 1) {
            return part.apply(microsteps.get(0));
        }
        List<T> all = new ArrayList<>();
        microsteps.forEach(microstep -> all.addAll(part.apply(microstep)));
        return List.copyOf(all);
    }

    /** Whether a transition was taken. */
    public boolean accepted() {
        return refusal.isEmpty();
    }

    /** The instance afterwards; the one before if the event was refused. */
    public Instance<S> instance() {
        return instance;
    }

    /** The transitions taken, over all microsteps, in order. */
    public List<Transition<S, E, C>> taken() {
        return taken;
    }

    /** The states left, over all microsteps, in order. A state can be left, and entered, more than once. */
    public List<S> exited() {
        return exited;
    }

    /** The states entered, over all microsteps, in order. A state can be entered, and left again, more than once. */
    public List<S> entered() {
        return entered;
    }

    /** The rounds it took to come to rest: one for the event, one for each set of eventless transitions and each raised event handled. */
    public List<Microstep<S, E, C>> microsteps() {
        return microsteps;
    }

    /** Why the event was refused; empty if it was accepted. */
    public Optional<Refusal<S, E, C>> refusal() {
        return refusal;
    }

    @Override
    public String toString() {
        return refusal.map(no -> "refused in " + instance + ": " + no.message())
                .orElseGet(() -> "accepted, now " + instance);
    }
}
