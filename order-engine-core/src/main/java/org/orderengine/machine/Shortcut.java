package org.orderengine.machine;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The quick way to select what an event does: the first guard to ask, and for either answer the trail that follows, if it is known.
 *
 * <p>That is the case of one candidate with a plain predicate or none: then selecting is a look-up and a call, and allocates nothing.
 * Otherwise the row goes on from the answer.
 */
final class Shortcut<S, E, C> {

    private final Row<S, E, C> row;
    private final @Nullable Predicate<? super C> predicate;
    private final int lane;
    private final @Nullable Trail<S, E, C> yes;
    private final @Nullable Trail<S, E, C> no;

    Shortcut(Row<S, E, C> row, Lanes lanes) {
        this.row = row;
        Decision<S, E, C> first = row.first();
        if (first.condition() instanceof Folding.Question<C> question) {
            predicate = question.predicate();
            lane = lanes.of(predicate);
            yes = row.after(first, true).trail();
            no = row.after(first, false).trail();
        } else {
            predicate = null;
            lane = 0;
            yes = first.trail();
            no = null;
        }
    }

    /** Asks the guards and gives the trail that follows from their answers; nothing is performed. */
    Trail<S, E, C> select(Object event, C context) {
        boolean holds = predicate == null || holds(predicate, event, context);
        Trail<S, E, C> trail = holds ? yes : no;
        return trail != null ? trail : selectFurther(holds, event, context);
    }

    private boolean holds(Predicate<? super C> asked, Object event, C context) {
        try {
            return Calls.ask(lane, asked, context);
        } catch (RuntimeException failure) {
            throw row.failure(row.first().candidate(), event, failure);
        }
    }

    private Trail<S, E, C> selectFurther(boolean holds, Object event, C context) {
        Decision<S, E, C> first = row.first();
        Decision<S, E, C> from = predicate == null ? first : row.after(first, holds);
        return row.select(from, context, event, null);
    }
}
