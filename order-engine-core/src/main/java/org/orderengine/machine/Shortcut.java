package org.orderengine.machine;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The quick way through a row whose first guard decides: the guard, and for either answer the whole step, if it is known.
 *
 * <p>That is the case of one candidate with a plain predicate or none, after which the machine rests in any case. Then a step is a look-up and
 * two calls, and allocates nothing. Otherwise the row goes on from the answer.
 */
final class Shortcut<S, E, C> {

    private final EventRow<S, E, C> row;
    private final @Nullable Predicate<? super C> predicate;
    private final int lane;
    private final @Nullable MicrostepChain<S, E, C> trailOfYes;
    private final @Nullable MicrostepChain<S, E, C> trailOfNo;
    private final @Nullable Step<S, E, C> yes;
    private final @Nullable ActionChain<C> deedsOfYes;
    private final @Nullable Step<S, E, C> no;
    private final @Nullable ActionChain<C> deedsOfNo;

    Shortcut(EventRow<S, E, C> row, CallSiteNumbers lanes) {
        this.row = row;
        GuardDecision<S, E, C> first = row.first();
        if (first.condition() instanceof GuardCompiler.Question<C> question) {
            predicate = question.predicate();
            lane = lanes.of(predicate);
            trailOfYes = row.after(first, true).trail();
            trailOfNo = row.after(first, false).trail();
        } else {
            predicate = null;
            lane = 0;
            trailOfYes = first.trail();
            trailOfNo = null;
        }
        yes = stepOf(trailOfYes);
        deedsOfYes = deedsOf(trailOfYes);
        no = stepOf(trailOfNo);
        deedsOfNo = deedsOf(trailOfNo);
    }

    private static <S, E, C> @Nullable Step<S, E, C> stepOf(@Nullable MicrostepChain<S, E, C> trail) {
        return trail != null && trail.isResting() ? trail.step() : null;
    }

    private static <C> @Nullable ActionChain<C> deedsOf(@Nullable MicrostepChain<?, ?, C> trail) {
        return trail == null ? null : trail.deeds();
    }

    /** Asks the guard; where there is none to ask here, the answer is yes. */
    boolean ask(Object event, C context) {
        return predicate == null || ask(predicate, event, context);
    }

    private boolean ask(Predicate<? super C> asked, Object event, C context) {
        try {
            return CallSites.ask(lane, asked, context);
        } catch (RuntimeException failure) {
            throw row.failure(row.first().candidate(), event, failure);
        }
    }

    /** The whole step that follows from the answer; null if the row has to go on from it. */
    @Nullable
    Step<S, E, C> step(boolean answer) {
        return answer ? yes : no;
    }

    /** The first of the actions of that step; null if there are none. */
    @Nullable
    ActionChain<C> deeds(boolean answer) {
        return answer ? deedsOfYes : deedsOfNo;
    }

    /** Gives the trail that follows from the answer, and asks other guards where it takes them; nothing is performed. */
    MicrostepChain<S, E, C> select(boolean answer, Object event, C context) {
        MicrostepChain<S, E, C> known = answer ? trailOfYes : trailOfNo;
        return known != null ? known : selectFurther(answer, event, context);
    }

    private MicrostepChain<S, E, C> selectFurther(boolean answer, Object event, C context) {
        GuardDecision<S, E, C> first = row.first();
        GuardDecision<S, E, C> from = predicate == null ? first : row.after(first, answer);
        return row.select(from, context, event, null);
    }
}
