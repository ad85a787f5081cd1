package org.orderengine.process.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Trigger;
import org.orderengine.machine.definition.Verdict;
import org.orderengine.model.ChildKind;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessObserver;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTransition;
import org.orderengine.process.vocabulary.ProcessEvents;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.spi.rule.ChildGuard;

/** Turns a process definition into a statechart, binding the names of guards. */
final class ProcessCompiler {

    private final ProcessDefinition definition;
    private final Registry registry;
    private final @Nullable ProcessObserver observer;
    private final @Nullable ChildKind child;
    private final Map<String, ChildGuard> childGuards;
    private final Map<String, Guard<String, Subject>> guards = new HashMap<>();

    ProcessCompiler(ProcessDefinition definition, Registry registry, @Nullable ProcessObserver observer) {
        this.definition = definition;
        this.registry = registry;
        this.observer = observer;
        this.child = null;
        this.childGuards = Map.of();
    }

    /** Compiles the machine of a payment, shipment or return, whose guards ask about that one too. */
    ProcessCompiler(
            ChildKind child, ProcessDefinition definition, Registry registry, Map<String, ChildGuard> childGuards) {
        this.definition = definition;
        this.registry = registry;
        this.observer = null;
        this.child = child;
        this.childGuards = childGuards;
    }

    MachineDefinition<String, String, Subject> machine() {
        return new MachineDefinition<>(
                definition.reference().toString(),
                definition.initial().isEmpty() ? List.of() : List.of(definition.initial()),
                List.of(),
                states(definition.states(), null, "states"),
                MachineDefinition.DEFAULT_MAXIMUM_MICROSTEPS);
    }

    private List<StateDefinition<String, String, Subject>> states(
            Map<String, ProcessState> states, @Nullable ProcessState parent, String path) {
        List<StateDefinition<String, String, Subject>> compiled = new ArrayList<>();
        states.forEach((name, state) -> compiled.add(state(name, state, parent, path + "." + name)));
        return compiled;
    }

    private StateDefinition<String, String, Subject> state(
            String name, ProcessState state, @Nullable ProcessState parent, String path) {
        return new StateDefinition<>(
                name,
                kind(state),
                initial(state, parent),
                List.of(),
                List.of(),
                List.of(),
                transitions(name, state, path),
                states(state.states(), state, path + ".states"));
    }

    private static StateKind kind(ProcessState state) {
        if (state.history() != null) {
            return state.history() == ProcessState.History.DEEP ? StateKind.DEEP_HISTORY : StateKind.SHALLOW_HISTORY;
        }
        if (state.end()) {
            return StateKind.FINAL;
        }
        if (state.parallel()) {
            return StateKind.PARALLEL;
        }
        return state.states().isEmpty() ? StateKind.ATOMIC : StateKind.COMPOUND;
    }

    private static List<String> initial(ProcessState state, @Nullable ProcessState parent) {
        String initial = state.initial();
        if (state.history() != null && initial == null && parent != null) {
            initial = parent.initial();
        }
        return initial == null ? List.of() : List.of(initial);
    }

    private List<Transition<String, String, Subject>> transitions(String name, ProcessState state, String path) {
        List<Transition<String, String, Subject>> all = new ArrayList<>();
        state.on()
                .forEach((action, ways) -> add(all, name, actionTrigger(action), ways, action, path + ".on." + action));
        state.after()
                .forEach((timer, after) -> add(
                        all,
                        name,
                        Trigger.on(ProcessEvents.timer(timer)),
                        after.transitions(),
                        timer,
                        path + ".after." + timer));
        add(all, name, null, state.always(), "", path + ".always");
        if (state.isBusy()) {
            add(all, name, Trigger.on(ProcessEvents.done(name)), state.done(), "done", path + ".done");
            add(all, name, Trigger.on(ProcessEvents.declined(name)), state.declined(), "declined", path + ".declined");
            add(all, name, Trigger.on(ProcessEvents.failed(name)), state.failed(), "failed", path + ".failed");
        } else {
            add(all, name, new Trigger.Done<>(name), state.done(), "done", path + ".done");
        }
        return all;
    }

    private Trigger<String, String> actionTrigger(String action) {
        if (child != null && ChildEvents.happenings(child).contains(action)) {
            return Trigger.on(ProcessEvents.happening(action));
        }
        return Trigger.on(action.equals("*") ? ProcessEvents.ANY_ACTION : ProcessEvents.action(action));
    }

    private void add(
            List<Transition<String, String, Subject>> all,
            String source,
            @Nullable Trigger<String, String> trigger,
            List<ProcessTransition> ways,
            String label,
            String path) {
        for (int i = 0; i < ways.size(); i++) {
            ProcessTransition way = ways.get(i);
            all.add(new Transition<>(
                    source,
                    trigger == null ? List.of() : List.of(trigger),
                    guard(way.when(), path + "[" + i + "]"),
                    way.to() == null ? List.of() : List.of(way.to()),
                    false,
                    List.of(),
                    label,
                    i > 0));
        }
    }

    private Guard<String, Subject> guard(List<String> names, String transition) {
        if (names.isEmpty()) {
            return new Guard.Always<>();
        }
        List<Guard<String, Subject>> bound = new ArrayList<>();
        for (String name : names) {
            Guard<String, Subject> guard = guards.computeIfAbsent(name, this::bound);
            bound.add(observer == null ? guard : observed(guard, transition, observer));
        }
        return bound.size() == 1 ? bound.get(0) : new Guard.All<>(bound);
    }

    private static Guard<String, Subject> observed(
            Guard<String, Subject> guard, String transition, ProcessObserver observer) {
        if (!(guard instanceof Guard.Check<String, Subject> check)) {
            return guard;
        }
        Function<Subject, Verdict> condition = subject -> {
            Verdict verdict = check.condition().apply(subject);
            if (subject.isDecision()) {
                observer.asked(transition, check.name(), verdict.allowed());
            }
            return verdict;
        };
        return Guard.check(check.name(), condition);
    }

    /** The guard of that name; one that nobody registered is found by verification, and never holds. */
    private Guard<String, Subject> bound(String name) {
        ChildGuard ofChild = childGuards.get(name);
        if (ofChild != null) {
            return Guard.check(
                    name, subject -> verdict(guarded(() -> ofChild.refusal(subject.context(), child(subject)))));
        }
        org.orderengine.spi.rule.Guard guard = registry.guards().get(name);
        if (guard == null) {
            return Guard.of(name, subject -> false);
        }
        return Guard.check(name, subject -> {
            String refusal = guarded(() -> guard.refusal(subject.context()));
            subject.answered(name, refusal);
            return verdict(refusal);
        });
    }

    /** An Error of a host's guard is about its order only, as an exception is. */
    private static @Nullable String guarded(Supplier<@Nullable String> guard) {
        try {
            return guard.get();
        } catch (Error thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private static Verdict verdict(@Nullable String refusal) {
        return refusal == null ? Verdict.yes() : Verdict.no(refusal);
    }

    private static String child(Subject subject) {
        String child = subject.child();
        if (child == null) {
            throw new IllegalStateException("a guard of a payment, shipment or return is asked about none");
        }
        return child;
    }
}
