package org.orderengine.process;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.EffectResult;
import org.orderengine.machine.IllegalInstanceException;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.Step;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Transition;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.spi.rule.InstantRule;

/** A process definition that was verified and made ready to run. Immutable, shared by all threads. */
public final class CompiledProcess {

    private final ProcessDefinition definition;
    private final Machine<String, String, Subject> machine;
    private final Map<String, ProcessState> states = new LinkedHashMap<>();
    private final Map<String, InstantRule> rules;
    private final Map<String, String> actionEvents = new HashMap<>();
    private final Map<String, Instance<String>> plainInstances = new HashMap<>();
    private final Set<String> actions;
    private final Map<ChildKind, CompiledChild> children;
    private final Map<String, ChildKind> childActions = new HashMap<>();
    private final @Nullable ProcessObserver observer;
    /** Where each transition stands; empty without an observer. */
    private final IdentityHashMap<Transition<String, String, Subject>, String> places;

    private final Set<String> timers = new HashSet<>();
    private final WaysBack waysBack;

    private CompiledProcess(
            ProcessDefinition definition,
            Machine<String, String, Subject> machine,
            Map<String, InstantRule> rules,
            @Nullable ProcessObserver observer,
            Map<ChildKind, CompiledChild> children) {
        this.children = children;
        children.forEach((kind, child) -> child.actions().forEach(action -> childActions.put(action, kind)));
        this.definition = definition;
        this.machine = machine;
        this.rules = rules;
        this.observer = observer;
        this.places = observer == null ? new IdentityHashMap<>(0) : places(definition, machine.definition());
        this.waysBack = new WaysBack(definition);
        index(definition.states(), false);
        this.actions = actionEvents.keySet().stream()
                .filter(action -> !action.equals("*") && !ChildEvents.isRaised(action))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The process that runs a definition.
     *
     * @throws DefinitionException with all findings, if any of them is an error
     */
    public static CompiledProcess compile(ProcessDefinition definition, Registry registry) {
        return compile(definition, registry, null);
    }

    /**
     * The process that runs a definition, and tells an observer what orders do in it.
     *
     * @param observer who is told; null if nobody is
     * @throws DefinitionException with all findings, if any of them is an error
     */
    public static CompiledProcess compile(
            ProcessDefinition definition, Registry registry, @Nullable ProcessObserver observer) {
        return compile(definition, registry, observer, ChildProcesses.STANDARD);
    }

    /**
     * The process that runs a definition, and beside it those of its payments, shipments and returns.
     *
     * @param observer who is told what orders do in it; null if nobody is
     * @param children what its payments, shipments and returns go through
     * @throws DefinitionException with all findings, if any of them is an error
     */
    public static CompiledProcess compile(
            ProcessDefinition definition,
            Registry registry,
            @Nullable ProcessObserver observer,
            ChildProcesses children) {
        MachineDefinition<String, String, Subject> chart =
                new ProcessCompiler(definition, registry, observer).machine();
        List<Finding> findings = new ProcessVerifier(definition, registry).findings(chart);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new DefinitionException("process " + definition.reference(), findings);
        }
        return new CompiledProcess(definition, Machine.compile(chart), registry.rules(), observer, children.compile(registry));
    }

    /**
     * The processes that run several definitions side by side, each version of a process once.
     *
     * @param observers gives whoever is told what orders do in a process; null if nobody is
     * @throws DefinitionException with all findings, if any of them is an error, or if a version is given with different content
     */
    public static List<CompiledProcess> compile(
            List<ProcessDefinition> definitions,
            Registry registry,
            @Nullable Function<ProcessDefinition, ProcessObserver> observers) {
        List<BoundProcess> processes = definitions.stream()
                .map(definition -> new BoundProcess(definition, ChildProcesses.STANDARD))
                .toList();
        return compileBound(processes, registry, observers);
    }

    /**
     * The processes that run side by side, each version of a process once, and beside each those of its payments, shipments and
     * returns.
     *
     * @param observers gives whoever is told what orders do in a process; null if nobody is
     * @throws DefinitionException with all findings, if any of them is an error, or if a version is given with different content
     */
    public static List<CompiledProcess> compileBound(
            List<BoundProcess> processes,
            Registry registry,
            @Nullable Function<ProcessDefinition, ProcessObserver> observers) {
        return ProcessVersions.distinct(processes).stream()
                .map(process -> compile(
                        process.definition(),
                        registry,
                        observers == null ? null : observers.apply(process.definition()),
                        process.children()))
                .toList();
    }

    /**
     * Everything that is wrong with a definition, or may be, at once. Places are paths, such as {@code
     * states.created.on.pay[0].to}; where the definition was read from JSON, line and column stand before them. {@code
     * docs/verification.md} explains every code.
     */
    public static List<Finding> verify(ProcessDefinition definition, Registry registry) {
        return new ProcessVerifier(definition, registry)
                .findings(new ProcessCompiler(definition, registry, null).machine());
    }

    /** The machine's transitions stand in the order of the definition's, without answers that no effect can give. */
    private static IdentityHashMap<Transition<String, String, Subject>, String> places(
            ProcessDefinition definition, MachineDefinition<String, String, Subject> chart) {
        IdentityHashMap<Transition<String, String, Subject>, String> places = new IdentityHashMap<>();
        Iterator<String> paths = new StateTree(definition)
                .all().stream()
                        .flatMap(located -> Way.of(located).stream())
                        .filter(way -> way.source().state().isBusy()
                                || (way.cause() != Way.Cause.DECLINED && way.cause() != Way.Cause.FAILED))
                        .map(Way::path)
                        .iterator();
        chart.allTransitions().forEach(transition -> places.put(transition, paths.next()));
        return places;
    }

    private void index(Map<String, ProcessState> inner, boolean parallel) {
        inner.forEach((name, state) -> {
            states.put(name, state);
            timers.addAll(state.after().keySet());
            state.on().keySet().forEach(action -> actionEvents.put(action, ProcessEvents.action(action)));
            if (!parallel && state.states().isEmpty() && state.history() == null) {
                plainInstances.put(name, machine.instance(List.of(name), Map.of()));
            }
            index(state.states(), parallel || state.parallel());
        });
    }

    /** What it runs. */
    public ProcessDefinition definition() {
        return definition;
    }

    /** What its payments, shipments or returns go through. */
    public CompiledChild child(ChildKind kind) {
        CompiledChild child = children.get(kind);
        if (child == null) {
            throw new IllegalStateException("process " + definition.reference() + " has no machine for a " + kind);
        }
        return child;
    }

    /** The kind of child whose machine knows an action; null if none does. */
    public @Nullable ChildKind childOf(String action) {
        return childActions.get(action);
    }

    /** The actions that the machines of its payments, shipments and returns know. */
    public Set<String> childActions() {
        return Collections.unmodifiableSet(childActions.keySet());
    }

    /** Whether any state wants to be told when a payment, shipment or return of a kind has come to its end. */
    public boolean hears(ChildKind kind) {
        return actionEvents.containsKey(kind.raised());
    }

    /** The state of that name, however deep. */
    public ProcessState state(String name) {
        ProcessState state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("process " + definition.reference() + " has no state " + name);
        }
        return state;
    }

    /** Begins. */
    public Step<String, String, Subject> start(Subject subject) {
        return machine.start(subject);
    }

    /** What an action does where the order is. Nothing is changed by asking. */
    public Step<String, String, Subject> act(Subject subject, String action) {
        String event = actionEvents.get(action);
        return fire(subject, event == null ? ProcessEvents.action(action) : event);
    }

    /**
     * What an action does where the order is, and why: each transition that it may set off, with what its guards said. Nothing is
     * changed by asking.
     */
    public ActionAnswer explain(Subject subject, String action) {
        String event = actionEvents.get(action);
        return new ActionExplainer(definition, machine)
                .explain(
                        instance(subject.order().position()),
                        event == null ? ProcessEvents.action(action) : event,
                        subject);
    }

    /** Where transitions that a step took stand in the definition, as {@code states.created.on.pay[0]}. */
    public List<String> places(List<Transition<String, String, Subject>> transitions) {
        TransitionPlaces places = new TransitionPlaces(definition, machine.definition());
        return transitions.stream()
                .map(transition -> places.of(transition).path())
                .toList();
    }

    /** What a timer does where the order is. */
    public Step<String, String, Subject> timer(Subject subject, String timer) {
        return fire(subject, ProcessEvents.timer(timer));
    }

    /** What it does when a busy state has done its effects. */
    public Step<String, String, Subject> done(Subject subject, String state) {
        return fire(subject, ProcessEvents.done(state));
    }

    /** What it does when a service said no to a busy state. */
    public Step<String, String, Subject> declined(Subject subject, String state) {
        return fire(subject, ProcessEvents.declined(state));
    }

    /** What it does when an effect of a busy state failed for good. */
    public Step<String, String, Subject> failed(Subject subject, String state) {
        return fire(subject, ProcessEvents.failed(state));
    }

    /** What it does by itself because the books changed since it came to rest. */
    public Step<String, String, Subject> settle(Subject subject) {
        return machine.settle(instance(subject.order().position()), subject);
    }

    private Step<String, String, Subject> fire(Subject subject, String event) {
        return machine.fire(instance(subject.order().position()), event, subject);
    }

    /** Tells the observer, if there is one, of a step that an order takes. */
    public void observe(Step<String, String, Subject> step) {
        if (observer != null) {
            for (Transition<String, String, Subject> transition : step.taken()) {
                String place = places.get(transition);
                if (place != null) {
                    observer.taken(place);
                }
            }
            step.entered().forEach(observer::entered);
        }
    }

    /** Tells the observer, if there is one, what a service answered. */
    public void observe(OwedEffect effect, EffectResult result) {
        if (observer != null && effect.run() != null) {
            observer.answered(effect.run(), effect.name(), result);
        }
    }

    /** Where a machine's instance stands. */
    public static Position position(Instance<String> instance) {
        return new Position(instance.activeStates(), instance.history(), instance.isFinished());
    }

    /** Whether there is a state of that name, however deep. */
    public boolean hasState(String name) {
        return states.containsKey(name);
    }

    /** The names of all states of all depths, in document order. */
    public Set<String> stateNames() {
        return Collections.unmodifiableSet(states.keySet());
    }

    /** The names of all effects that its states run, or owe on entering or leaving. */
    public Set<String> effects() {
        Set<String> effects = new LinkedHashSet<>();
        for (ProcessState state : states.values()) {
            effects.addAll(state.run());
            effects.addAll(state.entry());
            effects.addAll(state.exit());
        }
        return effects;
    }

    /** The states, those that hold others left out, that are active when a state is entered. */
    public List<String> beginnings(String name) {
        ProcessState state = state(name);
        if (state.states().isEmpty()) {
            return List.of(name);
        }
        Set<String> entered = new LinkedHashSet<>();
        if (state.parallel()) {
            state.states().forEach((region, inner) -> {
                if (inner.history() == null) {
                    entered.addAll(beginnings(region));
                }
            });
        } else if (state.initial() != null) {
            entered.addAll(beginnings(state.initial()));
        }
        return List.copyOf(entered);
    }

    /** All states that are active at a position, those around others before them. */
    public List<String> active(Position position) {
        return instance(position).configuration();
    }

    /**
     * The position where these states are active together.
     *
     * @param active the states that hold no others
     * @param history what histories recorded
     * @throws IllegalInstanceException with everything that keeps them from being one position
     */
    public Position position(List<String> active, Map<String, List<String>> history) {
        return position(machine.instance(active, history));
    }

    /** The actions that the definition knows, the one for any aside. */
    public Set<String> actions() {
        return actions;
    }

    /** Whether any state takes an action, by its name or as any. */
    public boolean takes(String action) {
        return actionEvents.containsKey(action) || actionEvents.containsKey("*");
    }

    /** The names of all its timers. */
    public Set<String> timers() {
        return Collections.unmodifiableSet(timers);
    }

    /** From where an order can come back to where it was. */
    public WaysBack waysBack() {
        return waysBack;
    }

    /** When a timer of a state is due if the state is entered at {@code now}. */
    public Instant dueAt(ProcessTimer timer, Order order, Instant now) {
        if (timer.in() != null) {
            return now.plus(timer.in());
        }
        InstantRule rule = timer.at() == null ? null : rules.get(timer.at());
        if (rule == null) {
            throw new IllegalStateException("process " + definition.reference() + " lost its rule " + timer.at());
        }
        return rule.dueAt(order, now);
    }

    private Instance<String> instance(Position position) {
        if (position.states().size() == 1 && position.history().isEmpty()) {
            Instance<String> plain = plainInstances.get(position.states().get(0));
            if (plain != null) {
                return plain;
            }
        }
        return machine.instance(position.states(), position.history());
    }
}
