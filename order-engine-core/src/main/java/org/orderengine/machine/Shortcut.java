package org.orderengine.machine;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The quick way through a row whose first question decides: the question, and for either answer the whole step, if it is known.
 *
 * <p>That is the case of one candidate with a plain predicate or none, after which the machine rests in any case; then a step is a look-up and
 * two calls, and allocates nothing. Otherwise the row goes on from the answer.
 */
final class Shortcut<S, E, C> {

    private final Row<S, E, C> row;
    private final @Nullable Predicate<? super C> predicate;
    private final int lane;
    private final @Nullable Step<S, E, C> yes;
    private final @Nullable Deed<C> deedsOfYes;
    private final @Nullable Step<S, E, C> no;
    private final @Nullable Deed<C> deedsOfNo;

    Shortcut(Row<S, E, C> row, Lanes lanes) {
        this.row = row;
        Decision<S, E, C> first = row.first();
        Trail<S, E, C> trailOfYes = first.trail();
        Trail<S, E, C> trailOfNo = null;
        if (first.condition() instanceof Folding.Question<C> question) {
            predicate = question.predicate();
            lane = lanes.of(predicate);
            trailOfYes = row.after(first, true).trail();
            trailOfNo = row.after(first, false).trail();
        } else {
            predicate = null;
            lane = 0;
        }
        yes = stepOf(trailOfYes);
        deedsOfYes = deedsOf(trailOfYes);
        no = stepOf(trailOfNo);
        deedsOfNo = deedsOf(trailOfNo);
    }

    private static <S, E, C> @Nullable Step<S, E, C> stepOf(@Nullable Trail<S, E, C> trail) {
        return trail != null && trail.isResting() ? trail.step() : null;
    }

    private static <C> @Nullable Deed<C> deedsOf(@Nullable Trail<?, ?, C> trail) {
        return trail == null ? null : trail.deeds();
    }

    Step<S, E, C> run(Stepper<S, E, C> stepper, Object event, C context) {
        boolean holds = predicate == null || holds(predicate, event, context);
        Step<S, E, C> step = holds ? yes : no;
        if (step == null) {
            return runOn(stepper, holds, event, context);
        }
        stepper.perform(holds ? deedsOfYes : deedsOfNo, event, context);
        return step;
    }

    private boolean holds(Predicate<? super C> asked, Object event, C context) {
        try {
            return Calls.ask(lane, asked, context);
        } catch (RuntimeException failure) {
            throw row.failure(row.first().candidate(), event, failure);
        }
    }

    private Step<S, E, C> runOn(Stepper<S, E, C> stepper, boolean holds, Object event, C context) {
        Decision<S, E, C> first = row.first();
        Decision<S, E, C> from = predicate == null ? first : row.after(first, holds);
        return stepper.run(row.select(from, context, event, null), event, context);
    }
}
