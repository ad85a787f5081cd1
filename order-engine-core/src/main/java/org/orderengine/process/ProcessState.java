package org.orderengine.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Phase;

/**
 * A state of a process and everything that can happen in it.
 *
 * <p>More than seven components: there is one for each field of a state in a definition, and a builder puts them together.
 *
 * @param initial for a state with states of its own that are not parallel: the one it begins in, the first that is no history
 *     unless given; for a history: where it leads before anything was recorded
 * @param parallel whether all its states are active at once
 * @param end whether it is an end
 * @param history for a state that stands for where its parent was left: how deep it remembers
 * @param run the effects that it owes on entering and waits for, in order: a busy state has some
 * @param entry effects that are owed on entering, without waiting for them
 * @param exit effects that are owed on leaving, without waiting for them
 * @param on per action, or {@code *} for any, the transitions to try in order
 * @param after timers by name
 * @param always transitions to try in order as soon as one's guards hold
 * @param done transitions when its effects are done, or its inner states have come to their end
 * @param declined transitions when a service said no to one of its effects, and the earlier ones were reversed
 * @param failed transitions when one of its effects failed for good, and the earlier ones were reversed; without any it waits
 *     for a person
 * @param defer actions that are kept while it is busy, and tried afterwards
 * @param states its own states by name, in document order
 * @param phase the phase of an order's life that it belongs to; null for that of the state around it
 */
public record ProcessState(
        @Nullable String initial,
        boolean parallel,
        boolean end,
        @Nullable History history,
        List<String> run,
        List<String> entry,
        List<String> exit,
        Map<String, List<ProcessTransition>> on,
        Map<String, ProcessTimer> after,
        List<ProcessTransition> always,
        List<ProcessTransition> done,
        List<ProcessTransition> declined,
        List<ProcessTransition> failed,
        List<String> defer,
        Map<String, ProcessState> states,
        @Nullable Phase phase) {

    /** How deep a history state remembers. */
    public enum History {
        /** The state directly inside the parent. */
        SHALLOW,
        /** All states inside the parent. */
        DEEP
    }

    public ProcessState {
        run = List.copyOf(run);
        entry = List.copyOf(entry);
        exit = List.copyOf(exit);
        on = copyOf(on);
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
        always = List.copyOf(always);
        done = List.copyOf(done);
        declined = List.copyOf(declined);
        failed = List.copyOf(failed);
        defer = List.copyOf(defer);
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        if (initial == null && !parallel) {
            initial = firstOf(states);
        }
    }

    /** A state of the phase of the state around it. */
    public ProcessState(
            @Nullable String initial,
            boolean parallel,
            boolean end,
            @Nullable History history,
            List<String> run,
            List<String> entry,
            List<String> exit,
            Map<String, List<ProcessTransition>> on,
            Map<String, ProcessTimer> after,
            List<ProcessTransition> always,
            List<ProcessTransition> done,
            List<ProcessTransition> declined,
            List<ProcessTransition> failed,
            List<String> defer,
            Map<String, ProcessState> states) {
        this(
                initial, parallel, end, history, run, entry, exit, on, after, always, done, declined, failed, defer,
                states, null);
    }

    private static Map<String, List<ProcessTransition>> copyOf(Map<String, List<ProcessTransition>> on) {
        Map<String, List<ProcessTransition>> copy = new LinkedHashMap<>();
        on.forEach((action, transitions) -> copy.put(action, List.copyOf(transitions)));
        return Collections.unmodifiableMap(copy);
    }

    /** The state that a state with these begins in when none is named: the first that is no history. */
    static @Nullable String firstOf(Map<String, ProcessState> states) {
        for (Map.Entry<String, ProcessState> state : states.entrySet()) {
            if (state.getValue().history() == null) {
                return state.getKey();
            }
        }
        return null;
    }

    /** Whether it owes effects and waits for them. */
    public boolean isBusy() {
        return !run.isEmpty();
    }

    /** Whether the other one says the same, actions, timers and inner states in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessState state
                && Objects.equals(initial, state.initial)
                && parallel == state.parallel
                && end == state.end
                && history == state.history
                && phase == state.phase
                && lists().equals(state.lists())
                && OrderedMaps.equal(on, state.on)
                && OrderedMaps.equal(after, state.after)
                && OrderedMaps.equal(states, state.states);
    }

    @Override
    public int hashCode() {
        return Objects.hash(initial, parallel, end, history, phase, lists(), on, after, states);
    }

    private List<List<?>> lists() {
        return List.of(run, entry, exit, always, done, declined, failed, defer);
    }
}
