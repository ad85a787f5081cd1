package org.orderengine.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The microsteps taken so far in one step, and where that leads: the instance they reach and the raised events still to be handled.
 *
 * <p>All of it follows from the answers of guards alone, so trails are kept and walked again.
 */
final class Trail<S, E, C> {

    private static final int DEEPEST_KEPT = 16;
    private static final int WIDEST_KEPT = 16;
    private static final int[] NOTHING = {};

    private final @Nullable Trail<S, E, C> before;
    private final @Nullable Change<S, E, C> change;
    private final Node<S, E, C> node;
    private final int[] queue;
    private final int consumed;
    private final int length;
    private final boolean resting;
    private final boolean kept;
    private @Nullable Step<S, E, C> step;
    private @Nullable List<Trail<S, E, C>> continuations;

    private Trail(@Nullable Trail<S, E, C> before, Change<S, E, C> change, int[] queue, int consumed, boolean kept) {
        this.before = before;
        this.change = change;
        this.node = change.to();
        this.queue = queue;
        this.consumed = consumed;
        this.length = before == null ? 1 : before.length + 1;
        this.resting = node.isFinished()
                || (queue.length == 0 && !node.row(EventTable.EVENTLESS).isOpen());
        this.kept = kept;
        this.step = resting ? Step.accepted(node, microsteps()) : null;
    }

    private Trail(Step<S, E, C> refused, Node<S, E, C> node) {
        this.before = null;
        this.change = null;
        this.node = node;
        this.queue = NOTHING;
        this.consumed = 0;
        this.length = 0;
        this.resting = true;
        this.kept = false;
        this.step = refused;
    }

    static <S, E, C> Trail<S, E, C> first(Change<S, E, C> change, boolean kept) {
        return new Trail<>(null, change, change.raised(), 0, kept);
    }

    static <S, E, C> Trail<S, E, C> refused(Step<S, E, C> step, Node<S, E, C> node) {
        return new Trail<>(step, node);
    }

    /** What the last microstep did; null if the event was refused, so that there is none. */
    @Nullable
    Change<S, E, C> change() {
        return change;
    }

    /** The first of the actions that run in the last microstep; null if there are none. */
    @Nullable
    Deed<C> deeds() {
        return change == null ? null : change.deeds();
    }

    /** Where it leads. */
    Node<S, E, C> node() {
        return node;
    }

    /** The numbers of the raised events that are still to be handled. */
    int[] queue() {
        return queue;
    }

    /** How many microsteps were taken. */
    int length() {
        return length;
    }

    /** Whether nothing can follow, whatever guards answer. */
    boolean isResting() {
        return resting;
    }

    boolean isKept() {
        return kept;
    }

    /**
     * This trail with one more microstep.
     *
     * @param next what the microstep does
     * @param handled how many events of the queue were handled by then
     */
    @SuppressWarnings("ReferenceEquality")
    Trail<S, E, C> then(Change<S, E, C> next, int handled) {
        List<Trail<S, E, C>> known = continuations();
        for (int index = 0; index < known.size(); index++) {
            Trail<S, E, C> continuation = known.get(index);
            if (continuation.change == next && continuation.consumed == handled) {
                return continuation;
            }
        }
        boolean keep = kept && length < DEEPEST_KEPT && known.size() < WIDEST_KEPT && node.takeRoom();
        Trail<S, E, C> continuation = new Trail<>(this, next, queueAfter(next, handled), handled, keep);
        if (keep) {
            List<Trail<S, E, C>> more = new ArrayList<>(known);
            more.add(continuation);
            continuations = List.copyOf(more);
        }
        return continuation;
    }

    private List<Trail<S, E, C>> continuations() {
        List<Trail<S, E, C>> known = continuations;
        return known != null ? known : List.of();
    }

    private int[] queueAfter(Change<S, E, C> next, int handled) {
        int left = queue.length - handled;
        int[] after = Arrays.copyOfRange(queue, handled, handled + left + next.raised().length);
        System.arraycopy(next.raised(), 0, after, left, next.raised().length);
        return after;
    }

    /** The step that ends here. */
    Step<S, E, C> step() {
        Step<S, E, C> known = step;
        if (known == null) {
            known = Step.accepted(node, microsteps());
            step = known;
        }
        return known;
    }

    private List<Microstep<S, E, C>> microsteps() {
        List<Microstep<S, E, C>> all = new ArrayList<>();
        for (Trail<S, E, C> at = this; at != null; at = at.before) {
            if (at.change != null) {
                all.add(at.change.microstep());
            }
        }
        Collections.reverse(all);
        return all;
    }
}
