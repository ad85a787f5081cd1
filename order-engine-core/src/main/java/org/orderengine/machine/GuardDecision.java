package org.orderengine.machine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Verdict;

/**
 * What is known of an event in a configuration after some guards have answered: the next guard to ask, or the step that follows.
 *
 * <p>Decisions are a tree that grows as answers are heard. A walk down the tree finds what follows without building the set of transitions that
 * go together. No guard is asked twice on the way: the place in the tree says what it answered.
 */
final class GuardDecision<S, E, C> {

    private static final int NOBODY = -1;

    private final @Nullable GuardDecision<S, E, C> before;
    private final boolean answer;
    private final int candidate;
    private final @Nullable Function<C, Verdict> condition;
    private final @Nullable MicrostepChain<S, E, C> trail;
    private @Nullable GuardDecision<S, E, C> afterYes;
    private @Nullable GuardDecision<S, E, C> afterNo;

    private GuardDecision(
            @Nullable GuardDecision<S, E, C> before,
            boolean answer,
            int candidate,
            @Nullable Function<C, Verdict> condition,
            @Nullable MicrostepChain<S, E, C> trail) {
        this.before = before;
        this.answer = answer;
        this.candidate = candidate;
        this.condition = condition;
        this.trail = trail;
    }

    /** A candidate's guard to ask, now that the decision before got an answer. */
    static <S, E, C> GuardDecision<S, E, C> open(
            @Nullable GuardDecision<S, E, C> before, boolean answer, int candidate, Function<C, Verdict> condition) {
        return new GuardDecision<>(before, answer, candidate, condition, null);
    }

    /**
     * The end of asking.
     *
     * @param trail what follows; null for a refusal whose reasons are not the same each time
     */
    static <S, E, C> GuardDecision<S, E, C> made(
            @Nullable GuardDecision<S, E, C> before, boolean answer, @Nullable MicrostepChain<S, E, C> trail) {
        return new GuardDecision<>(before, answer, NOBODY, null, trail);
    }

    /** The guard to ask; null at the end of asking. */
    @Nullable
    Function<C, Verdict> condition() {
        return condition;
    }

    /** The candidate whose guard is to be asked. */
    int candidate() {
        return candidate;
    }

    /** What follows; null while there is a guard to ask, and for a refusal whose reasons are not the same each time. */
    @Nullable
    MicrostepChain<S, E, C> trail() {
        return trail;
    }

    /** Where an answer leads, if that is known. */
    @Nullable
    GuardDecision<S, E, C> known(boolean allowed) {
        return allowed ? afterYes : afterNo;
    }

    void keep(boolean allowed, GuardDecision<S, E, C> after) {
        if (allowed) {
            afterYes = after;
        } else {
            afterNo = after;
        }
    }

    /** Puts this answer and all before it in place of the conditions that gave them. */
    void answer(boolean allowed, Function<C, Verdict>[] conditions) {
        boolean heard = allowed;
        for (GuardDecision<S, E, C> asked = this; asked != null; asked = asked.before) {
            conditions[asked.candidate] = heard ? GuardCompiler.always() : GuardCompiler.never("has said no");
            heard = asked.answer;
        }
    }
}
