package org.orderengine.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the active atomic states have chosen so far, one after the other: a tree whose leaves hold the steps taken.
 *
 * <p>Walking down it is how a set of transitions is looked up without building it.
 */
final class Choice<S, E, C> {

    private final @Nullable Choice<S, E, C> before;
    private final @Nullable Edge<S, E, C> edge;
    private final @Nullable Choice<S, E, C>[] next;
    private @Nullable Trail<S, E, C> trail;

    private Choice(@Nullable Choice<S, E, C> before, @Nullable Edge<S, E, C> edge, int ways) {
        this.before = before;
        this.edge = edge;
        this.next = newChoices(ways);
    }

    /** The choice of nothing yet, which can go on in a number of ways. */
    static <S, E, C> Choice<S, E, C> first(int ways) {
        return new Choice<>(null, null, ways);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <S, E, C> @Nullable Choice<S, E, C>[] newChoices(int ways) {
        return new Choice[ways];
    }

    /** The choice after going a way, if it is known. */
    @Nullable
    Choice<S, E, C> known(int way) {
        return next[way];
    }

    /**
     * The choice after going a way.
     *
     * @param edge what is chosen on that way; null for nothing
     * @param ways in how many ways it can go on from there
     * @param keep whether to keep it
     */
    Choice<S, E, C> go(int way, @Nullable Edge<S, E, C> edge, int ways, boolean keep) {
        Choice<S, E, C> after = new Choice<>(this, edge, ways);
        if (keep) {
            next[way] = after;
        }
        return after;
    }

    /** The step that this choice leads to, if it is known. */
    @Nullable
    Trail<S, E, C> trail() {
        return trail;
    }

    void keep(Trail<S, E, C> found) {
        trail = found;
    }

    /** All that was chosen, first choice first, each transition once. */
    List<Edge<S, E, C>> edges() {
        List<Edge<S, E, C>> chosen = new ArrayList<>();
        for (Choice<S, E, C> at = this; at != null; at = at.before) {
            if (at.edge != null) {
                chosen.add(at.edge);
            }
        }
        Collections.reverse(chosen);
        return chosen.stream().distinct().toList();
    }
}
