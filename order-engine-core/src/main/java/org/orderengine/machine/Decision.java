package org.orderengine.machine;

import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Condition;

/**
 * What is known of an event in a configuration after some guards have answered: the next guard to ask, or the step that follows.
 *
 * <p>Decisions are a tree that grows as answers are heard. A walk down the tree finds what follows without building the set of transitions that
 * go together. No guard is asked twice on the way: the place in the tree says what it answered.
 */
final class Decision<S, E, C> {

    private static final int NOBODY = -1;

    private final @Nullable Decision<S, E, C> before;
    private final boolean answer;
    private final int candidate;
    private final @Nullable Condition<C> condition;
    private final @Nullable Trail<S, E, C> trail;
    private @Nullable Decision<S, E, C> afterYes;
    private @Nullable Decision<S, E, C> afterNo;

    private Decision(
            @Nullable Decision<S, E, C> before,
            boolean answer,
            int candidate,
            @Nullable Condition<C> condition,
            @Nullable Trail<S, E, C> trail) {
        this.before = before;
        this.answer = answer;
        this.candidate = candidate;
        this.condition = condition;
        this.trail = trail;
    }

    /** A candidate's guard to ask, now that the decision before got an answer. */
    static <S, E, C> Decision<S, E, C> open(
            @Nullable Decision<S, E, C> before, boolean answer, int candidate, Condition<C> condition) {
        return new Decision<>(before, answer, candidate, condition, null);
    }

    /**
     * The end of asking.
     *
     * @param trail what follows; null for a refusal whose reasons are not the same each time
     */
    static <S, E, C> Decision<S, E, C> made(
            @Nullable Decision<S, E, C> before, boolean answer, @Nullable Trail<S, E, C> trail) {
        return new Decision<>(before, answer, NOBODY, null, trail);
    }

    /** The guard to ask; null at the end of asking. */
    @Nullable
    Condition<C> condition() {
        return condition;
    }

    /** The candidate whose guard is to be asked. */
    int candidate() {
        return candidate;
    }

    /** What follows; null while there is a guard to ask, and for a refusal whose reasons are not the same each time. */
    @Nullable
    Trail<S, E, C> trail() {
        return trail;
    }

    /** Where an answer leads, if that is known. */
    @Nullable
    Decision<S, E, C> known(boolean allowed) {
        return allowed ? afterYes : afterNo;
    }

    void keep(boolean allowed, Decision<S, E, C> after) {
        if (allowed) {
            afterYes = after;
        } else {
            afterNo = after;
        }
    }

    /** Puts this answer and all before it in place of the conditions that gave them. */
    void answer(boolean allowed, Condition<C>[] conditions) {
        boolean heard = allowed;
        for (Decision<S, E, C> asked = this; asked != null; asked = asked.before) {
            conditions[asked.candidate] = heard ? Folding.always() : Folding.never("has said no");
            heard = asked.answer;
        }
    }
}
