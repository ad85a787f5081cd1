package org.orderengine.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The microsteps taken so far in one step, and where they lead: the configuration they reach, and the raised events still to be handled.
 *
 * <p>A trail without microsteps is a refusal. What a trail holds follows from the answers of guards alone, so trails are kept and walked again:
 * {@link #then} gives the same longer trail for the same next microstep.
 *
 * <p>Threads share a trail without locks: the fields that change hold values that every thread would work out alike.
 */
final class MicrostepChain<S, E, C> {

    private static final int DEEPEST_KEPT = 16;
    private static final int WIDEST_KEPT = 16;
    private static final int[] NOTHING = {};

    private final @Nullable MicrostepChain<S, E, C> before;
    private final @Nullable MicrostepResult<S, E, C> change;
    private final @Nullable ActionChain<C> deeds;
    private final Configuration<S, E, C> reached;
    private final boolean restless;
    private final int[] queue;
    private final int consumed;
    private final int length;
    private final boolean resting;
    private final boolean kept;
    private @Nullable Step<S, E, C> step;
    private @Nullable List<MicrostepChain<S, E, C>> continuations;

    private MicrostepChain(
            @Nullable MicrostepChain<S, E, C> before,
            MicrostepResult<S, E, C> change,
            Configuration<S, E, C> reached,
            boolean restless,
            int[] queue,
            int consumed,
            boolean kept) {
        this.before = before;
        this.change = change;
        this.deeds = change.deeds();
        this.reached = reached;
        this.restless = restless;
        this.queue = queue;
        this.consumed = consumed;
        this.length = before == null ? 1 : before.length + 1;
        this.resting = reached.isFinished() || (queue.length == 0 && !restless);
        this.kept = kept;
        this.step = resting ? Step.accepted(reached, microsteps()) : null;
    }

    private MicrostepChain(Configuration<S, E, C> reached, Step<S, E, C> refused) {
        this.before = null;
        this.change = null;
        this.deeds = null;
        this.reached = reached;
        this.restless = false;
        this.queue = NOTHING;
        this.consumed = 0;
        this.length = 0;
        this.resting = true;
        this.kept = false;
        this.step = refused;
    }

    /**
     * The trail of one microstep.
     *
     * @param reached the configuration it leads to
     * @param restless whether an eventless transition may be taken from there, depending on guards
     * @param kept whether what follows may be kept with it
     */
    static <S, E, C> MicrostepChain<S, E, C> first(
            MicrostepResult<S, E, C> change, Configuration<S, E, C> reached, boolean restless, boolean kept) {
        return new MicrostepChain<>(null, change, reached, restless, change.raised(), 0, kept);
    }

    /** The trail without a microstep, which leads nowhere. */
    static <S, E, C> MicrostepChain<S, E, C> refused(Configuration<S, E, C> configuration, Refusal<S, E, C> refusal) {
        return new MicrostepChain<>(configuration, Step.refused(configuration, refusal));
    }

    /** Whether a microstep was taken. */
    boolean isAccepted() {
        return change != null;
    }

    /** What the last microstep did; null if the event was refused, so that there is none. */
    @Nullable
    MicrostepResult<S, E, C> change() {
        return change;
    }

    /** The first of the actions that run in the last microstep; null if there are none. */
    @Nullable
    ActionChain<C> deeds() {
        return deeds;
    }

    /** Where it leads. */
    Configuration<S, E, C> reached() {
        return reached;
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

    /**
     * This trail with one more microstep.
     *
     * @param next the trail of that microstep alone
     * @param handled how many events of the queue were handled by then
     * @param memory where room is taken if the longer trail is kept
     */
    @SuppressWarnings("ReferenceEquality")
    MicrostepChain<S, E, C> then(MicrostepChain<S, E, C> next, int handled, MemoryBound memory) {
        MicrostepResult<S, E, C> taken = Objects.requireNonNull(next.change, "a refusal continues nothing");
        List<MicrostepChain<S, E, C>> known = continuations();
        for (int index = 0; index < known.size(); index++) {
            MicrostepChain<S, E, C> continuation = known.get(index);
            if (continuation.change == taken && continuation.consumed == handled) {
                return continuation;
            }
        }
        boolean keep = kept && length < DEEPEST_KEPT && known.size() < WIDEST_KEPT && memory.takeRoom();
        MicrostepChain<S, E, C> continuation = new MicrostepChain<>(
                this, taken, next.reached, next.restless, queueAfter(taken, handled), handled, keep);
        if (keep) {
            List<MicrostepChain<S, E, C>> more = new ArrayList<>(known);
            more.add(continuation);
            continuations = List.copyOf(more);
        }
        return continuation;
    }

    private List<MicrostepChain<S, E, C>> continuations() {
        List<MicrostepChain<S, E, C>> known = continuations;
        return known != null ? known : List.of();
    }

    private int[] queueAfter(MicrostepResult<S, E, C> next, int handled) {
        int left = queue.length - handled;
        int[] after = Arrays.copyOfRange(queue, handled, handled + left + next.raised().length);
        System.arraycopy(next.raised(), 0, after, left, next.raised().length);
        return after;
    }

    /** The step that ends here. */
    Step<S, E, C> step() {
        Step<S, E, C> known = step;
        if (known == null) {
            known = Step.accepted(reached, microsteps());
            step = known;
        }
        return known;
    }

    private List<Microstep<S, E, C>> microsteps() {
        List<Microstep<S, E, C>> all = new ArrayList<>();
        for (MicrostepChain<S, E, C> at = this; at != null; at = at.before) {
            if (at.change != null) {
                all.add(at.change.microstep());
            }
        }
        Collections.reverse(all);
        return all;
    }
}
