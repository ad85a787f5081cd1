package org.orderengine.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Phase;

/**
 * A state of a process in the making: what it runs, what leads out of it, and the states inside it.
 *
 * <p>A way out is said in these steps:
 *
 * <ol>
 *   <li>What sets it off: {@code on}, {@code after}, {@code always}, {@code done}, {@code declined} or {@code failed}.
 *   <li>The guards that have to hold, if any: {@code when}.
 *   <li>Where it leads: {@code to} another state, or {@code stay}.
 *   <li>Further ways of the same cause, tried in order after it: {@code orWhen} and {@code otherwise}.
 * </ol>
 *
 * <pre>{@code
 * .state("open", s -> s
 *         .on("pay").to("paying")
 *         .on("cancel").when("nothing-left").to("cancelling").otherwise().stay()
 *         .after("unpaid", Duration.ofMinutes(10)).to("expired"))
 * }</pre>
 *
 * <p>Made by the builders around it only. For one thread.
 */
public final class ProcessStateBuilder {

    private final List<String> run = new ArrayList<>();
    private final List<String> entry = new ArrayList<>();
    private final List<String> exit = new ArrayList<>();
    private final List<String> defer = new ArrayList<>();
    private final Map<String, List<ProcessTransition>> on = new LinkedHashMap<>();
    private final Map<String, ProcessTimer> after = new LinkedHashMap<>();
    private final List<ProcessTransition> always = new ArrayList<>();
    private final List<ProcessTransition> done = new ArrayList<>();
    private final List<ProcessTransition> declined = new ArrayList<>();
    private final List<ProcessTransition> failed = new ArrayList<>();
    private final Map<String, ProcessStateBuilder> states = new LinkedHashMap<>();
    private final List<String> actionsTaken = new ArrayList<>();
    private final List<String> timersTaken = new ArrayList<>();
    private @Nullable String initial;
    private boolean parallel;
    private boolean end;
    private ProcessState.@Nullable History history;
    private @Nullable Phase phase;
    private @Nullable Consumer<ProcessTransition> last;

    ProcessStateBuilder() {}

    /** Makes it an end. */
    public ProcessStateBuilder end() {
        end = true;
        return this;
    }

    /** Sets the phase of an order's life that it and the states inside it belong to. */
    public ProcessStateBuilder phase(Phase belongsTo) {
        phase = belongsTo;
        return this;
    }

    /** Makes it busy: it owes these effects on entering, in order, and waits for them. */
    public ProcessStateBuilder run(String... effects) {
        run.addAll(List.of(effects));
        return this;
    }

    /** Owes these effects on entering, without waiting for them. */
    public ProcessStateBuilder entry(String... effects) {
        entry.addAll(List.of(effects));
        return this;
    }

    /** Owes these effects on leaving, without waiting for them. */
    public ProcessStateBuilder exit(String... effects) {
        exit.addAll(List.of(effects));
        return this;
    }

    /** Keeps these actions while it is busy, and tries them afterwards. */
    public ProcessStateBuilder defer(String... actions) {
        defer.addAll(List.of(actions));
        return this;
    }

    /** What an action does; {@code *} is any. */
    public Way on(String action) {
        return new Way(transition ->
                on.computeIfAbsent(action, key -> new ArrayList<>()).add(transition));
    }

    /** What happens a while after entering. */
    public Way after(String timer, Duration in) {
        return new Way(transition -> addTimer(timer, in, null, transition));
    }

    /** What happens at the instant that a rule names. */
    public Way after(String timer, String rule) {
        return new Way(transition -> addTimer(timer, null, rule, transition));
    }

    /** What happens as soon as its guards hold. */
    public Way always() {
        return new Way(always::add);
    }

    /** Where it leads when its effects are done, or its inner states have ended. */
    public ProcessStateBuilder done(String state) {
        return done().to(state);
    }

    /** What happens when its effects are done, or its inner states have ended. */
    public Way done() {
        return new Way(done::add);
    }

    /** Where it leads when a service said no. */
    public ProcessStateBuilder declined(String state) {
        return declined().to(state);
    }

    /** What happens when a service said no. */
    public Way declined() {
        return new Way(declined::add);
    }

    /** Where it leads when an effect failed for good. */
    public ProcessStateBuilder failed(String state) {
        return failed().to(state);
    }

    /** What happens when an effect failed for good. */
    public Way failed() {
        return new Way(failed::add);
    }

    /** What happens instead when the guards of the transition before do not hold, but this one does. */
    public Way orWhen(String guard) {
        return otherwise().when(guard);
    }

    /** What happens instead when the guards of the transition before do not hold. */
    public Way otherwise() {
        if (last == null) {
            throw new IllegalStateException("there is no transition before this one");
        }
        return new Way(last);
    }

    /** The state of its own that it begins in; without it the first. For a history: where it leads at first. */
    public ProcessStateBuilder initial(String state) {
        initial = state;
        return this;
    }

    /** Makes all its states active at once. */
    public ProcessStateBuilder parallel() {
        parallel = true;
        return this;
    }

    /** Makes it stand for where its parent was left. */
    public ProcessStateBuilder history(ProcessState.History depth) {
        history = depth;
        return this;
    }

    /**
     * Adds a state of its own.
     *
     * @throws IllegalArgumentException if it has one of that name already
     */
    public ProcessStateBuilder state(String name, UnaryOperator<ProcessStateBuilder> content) {
        add(states, name, content);
        return this;
    }

    /** Takes away what the definition that is extended says here of these actions. */
    public ProcessStateBuilder without(String... actions) {
        actionsTaken.addAll(List.of(actions));
        return this;
    }

    /** Takes away what the definition that is extended says here of these timers. */
    public ProcessStateBuilder withoutTimer(String... timers) {
        timersTaken.addAll(List.of(timers));
        return this;
    }

    static void add(Map<String, ProcessStateBuilder> states, String name, UnaryOperator<ProcessStateBuilder> content) {
        if (states.containsKey(name)) {
            throw new IllegalArgumentException("there is a state " + name + " already; give each a name of its own");
        }
        states.put(name, content.apply(new ProcessStateBuilder()));
    }

    ProcessState build() {
        return new ProcessState(
                initial,
                parallel,
                end,
                history,
                run,
                entry,
                exit,
                on,
                after,
                always,
                done,
                declined,
                failed,
                defer,
                build(states),
                phase);
    }

    static Map<String, ProcessState> build(Map<String, ProcessStateBuilder> states) {
        Map<String, ProcessState> built = new LinkedHashMap<>();
        states.forEach((name, state) -> built.put(name, state.build()));
        return built;
    }

    /** What it says of a state of the definition that is extended, as JSON: what it leaves out stays as it is there. */
    Map<String, Object> changes() {
        Map<String, Object> changes = ProcessWriter.state(build());
        if (initial == null) {
            changes.remove("initial");
        }
        takeAway(changes, "on", actionsTaken);
        takeAway(changes, "after", timersTaken);
        if (!states.isEmpty()) {
            changes.put("states", changes(states, List.of()));
        }
        return changes;
    }

    static Map<String, @Nullable Object> changes(Map<String, ProcessStateBuilder> states, List<String> taken) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        states.forEach((name, state) -> changes.put(name, state.changes()));
        taken.forEach(name -> changes.put(name, null));
        return changes;
    }

    private static void takeAway(Map<String, Object> changes, String key, List<String> names) {
        if (!names.isEmpty()) {
            Map<String, @Nullable Object> merged = new LinkedHashMap<>();
            if (changes.get(key) instanceof Map<?, ?> said) {
                said.forEach((name, value) -> merged.put(String.valueOf(name), value));
            }
            names.forEach(name -> merged.put(name, null));
            changes.put(key, merged);
        }
    }

    private void addTimer(String timer, @Nullable Duration in, @Nullable String rule, ProcessTransition transition) {
        ProcessTimer before = after.get(timer);
        List<ProcessTransition> transitions =
                new ArrayList<>(before == null ? List.<ProcessTransition>of() : before.transitions());
        transitions.add(transition);
        after.put(timer, new ProcessTimer(in, rule, transitions));
    }

    /** A way out of the state, begun by what sets it off and ended by {@link #to} or {@link #stay}. For one thread. */
    public final class Way {
        private final Consumer<ProcessTransition> sink;
        private final List<String> guards = new ArrayList<>();

        private Way(Consumer<ProcessTransition> sink) {
            this.sink = sink;
        }

        /** Only when this guard holds, along with those named before. */
        public Way when(String guard) {
            guards.add(guard);
            return this;
        }

        /** Leads to a state. */
        public ProcessStateBuilder to(String state) {
            return add(new ProcessTransition(guards, state));
        }

        /** Keeps the state. */
        public ProcessStateBuilder stay() {
            return add(new ProcessTransition(guards, null));
        }

        private ProcessStateBuilder add(ProcessTransition transition) {
            sink.accept(transition);
            last = sink;
            return ProcessStateBuilder.this;
        }
    }
}
