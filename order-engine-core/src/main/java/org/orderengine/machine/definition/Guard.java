package org.orderengine.machine.definition;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What has to hold for a transition to be taken.
 *
 * <p>A guard is data. {@link Holds} and {@link Check} contain code; verification and the compiler understand the other forms. So
 * {@code In(state)} costs nothing at run time: it is answered once, when a configuration is first met.
 *
 * <pre>{@code
 * Guard<Door, Log> unlocked = Guard.of("unlocked", Log::unlocked);
 * Guard<Door, Log> paid = Guard.check("paid", log -> log.isPaid() ? Verdict.yes() : Verdict.no("5.00 EUR outstanding"));
 * Guard<Door, Log> both = new Guard.All<>(List.of(unlocked, paid));
 * }</pre>
 *
 * <p>A guard is asked at most once per candidate and step. Its code changes nothing, gives the same answer for the same context, and may be
 * called by many threads at once. If it throws, the step does not happen.
 *
 * @param <S> the states
 * @param <C> the context
 */
public sealed interface Guard<S, C> {

    /** What diagrams, findings and refusals call this guard; empty when it has no name. */
    String name();

    /**
     * Holds always: the guard of an unguarded transition.
     */
    record Always<S, C>() implements Guard<S, C> {

        @Override
        public String name() {
            return "";
        }
    }

    /**
     * Asks the context, and says why when the answer is no.
     *
     * @param name what diagrams, findings and refusals call this guard; empty when it has no name
     * @param condition the code: pure, and called by many threads at once
     */
    record Check<S, C>(String name, Function<C, Verdict> condition) implements Guard<S, C> {}

    /**
     * Holds while a predicate of the context does; its reason for saying no is its name.
     *
     * @param name what diagrams, findings and refusals call this guard; empty when it has no name
     * @param predicate the code: pure, and called by many threads at once
     */
    record Holds<S, C>(String name, Predicate<? super C> predicate) implements Guard<S, C> {}

    /**
     * Holds while a state is active.
     *
     * @param state the state
     */
    record In<S, C>(S state) implements Guard<S, C> {

        @Override
        public String name() {
            return "In(" + state + ")";
        }
    }

    /**
     * Holds when another guard does not.
     *
     * @param guard the other guard
     */
    record Not<S, C>(Guard<S, C> guard) implements Guard<S, C> {

        @Override
        public String name() {
            return "not " + guard.name();
        }
    }

    /**
     * Holds when every one of several guards does; the first that does not gives the reason, and later ones are not asked.
     *
     * @param guards the guards, in the order they are asked
     */
    record All<S, C>(List<Guard<S, C>> guards) implements Guard<S, C> {

        /** Copies the list. */
        public All {
            guards = List.copyOf(guards);
        }

        @Override
        public String name() {
            return joined(guards, " and ");
        }
    }

    /**
     * Holds when at least one of several guards does; once one does, later ones are not asked.
     *
     * @param guards the guards, in the order they are asked
     */
    record AnyOf<S, C>(List<Guard<S, C>> guards) implements Guard<S, C> {

        /** Copies the list. */
        public AnyOf {
            guards = List.copyOf(guards);
        }

        @Override
        public String name() {
            return joined(guards, " or ");
        }
    }

    /** A guard from a predicate; its reason for saying no is its name. */
    static <S, C> Guard<S, C> of(String name, Predicate<? super C> predicate) {
        return new Holds<>(name, predicate);
    }

    /** A guard that gives reasons of its own. */
    static <S, C> Guard<S, C> check(String name, Function<C, Verdict> condition) {
        return new Check<>(name, condition);
    }

    /** A guard that holds while a state is active. */
    static <S, C> Guard<S, C> in(S state) {
        return new In<>(state);
    }

    /** A guard that holds when this one does not. */
    default Guard<S, C> negated() {
        return this instanceof Not<S, C> not ? not.guard() : new Not<>(this);
    }

    private static <S, C> String joined(List<Guard<S, C>> guards, String word) {
        return guards.stream().map(Guard::name).collect(Collectors.joining(word, "(", ")"));
    }
}
