package org.orderengine.process.compiled;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.EffectResult;
import org.orderengine.machine.IllegalInstanceException;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.Step;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Transition;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessObserver;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.vocabulary.ProcessEvents;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.spi.rule.InstantRule;

/**
 * A process definition that was verified and made ready to run: it says what actions, timers and answers do where an order is.
 *
 * <p>A definition becomes one in these steps:
 *
 * <ol>
 *   <li>It is translated into a statechart, in which guards ask the {@link Subject} and actions, timers and answers are events.
 *   <li>Its names, its parts, the chart and what orders hold where they end are verified. An error refuses the definition.
 *   <li>The chart is compiled into a {@link Machine}, and the definitions of payments, shipments and returns beside it.
 * </ol>
 *
 * <p>Asking it changes nothing. A caller that follows a step writes its position into the order:
 *
 * <pre>{@code
 * Step<String, String, Subject> step = process.act(subject, "pay");
 * if (step.accepted()) {
 *     Position position = CompiledProcess.position(step.instance());
 * }
 * }</pre>
 *
 * <p>Immutable, and safe for any number of threads. Guards and the observer run on the thread that asks.
 */
public final class CompiledProcess {

    private final ProcessDefinition definition;
    private final Machine<String, String, Subject> machine;
    private final ProcessIndex index;
    private final ProcessPositions positions;
    private final DueTimers dueTimers;
    private final HistoryReach waysBack;
    private final @Nullable StepReporter reporter;

    CompiledProcess(
            ProcessDefinition definition,
            Machine<String, String, Subject> machine,
            Map<String, InstantRule> rules,
            @Nullable ProcessObserver observer,
            Map<ChildKind, CompiledChild> children) {
        this.definition = definition;
        this.machine = machine;
        this.index = new ProcessIndex(definition, children);
        this.positions = new ProcessPositions(definition, machine);
        this.dueTimers = new DueTimers(definition, rules);
        this.waysBack = new HistoryReach(definition);
        this.reporter = observer == null ? null : new StepReporter(observer, definition, machine.definition());
    }

    /**
     * The process that runs a definition, and tells an observer what orders do in it.
     *
     * @param observer is told what orders do; null for none
     * @throws DefinitionException with all findings, if any of them is an error
     */
    public static CompiledProcess compile(
            ProcessDefinition definition, Registry registry, @Nullable ProcessObserver observer) {
        return ProcessFactory.compile(new BoundProcess(definition, ChildProcesses.STANDARD), registry, observer);
    }

    /**
     * The processes that run several definitions side by side, each version of a process once.
     *
     * @param observers gives the observer of each process; null for none
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
     * @param observers gives the observer of each process; null for none
     * @throws DefinitionException with all findings, if any of them is an error, or if a version is given with different content
     */
    public static List<CompiledProcess> compileBound(
            List<BoundProcess> processes,
            Registry registry,
            @Nullable Function<ProcessDefinition, ProcessObserver> observers) {
        return ProcessFactory.compileAll(processes, registry, observers);
    }

    /**
     * Everything that is wrong with a definition, or may be, at once. Places are paths, such as {@code
     * states.created.on.pay[0].to}; where the definition was read from JSON, line and column stand before them. {@code
     * docs/verification.md} explains every code.
     */
    public static List<Finding> verify(ProcessDefinition definition, Registry registry) {
        return ProcessFactory.verify(definition, registry);
    }

    /** What it runs. */
    public ProcessDefinition definition() {
        return definition;
    }

    /** What its payments, shipments or returns go through. */
    public CompiledChild child(ChildKind kind) {
        return index.child(kind);
    }

    /** The kind of child whose machine knows an action; null if none does. */
    public @Nullable ChildKind childOf(String action) {
        return index.childOf(action);
    }

    /** The actions that the machines of its payments, shipments and returns know. */
    public Set<String> childActions() {
        return index.childActions();
    }

    /** Whether any state wants to be told when a payment, shipment or return of a kind has come to its end. */
    public boolean hears(ChildKind kind) {
        return index.hears(kind);
    }

    /** The state of that name, however deep. */
    public ProcessState state(String name) {
        return index.state(name);
    }

    /** The step into the initial states. */
    public Step<String, String, Subject> start(Subject subject) {
        return machine.start(subject);
    }

    /** What an action does where the order is. Nothing is changed by asking. */
    public Step<String, String, Subject> act(Subject subject, String action) {
        return fire(subject, index.event(action));
    }

    /**
     * What an action does where the order is, and why: each transition that it may set off, with what its guards said. Nothing is
     * changed by asking.
     */
    public ActionAnswer explain(Subject subject, String action) {
        return new ActionExplainer(definition, machine)
                .explain(positions.instance(subject.order().position()), index.event(action), subject);
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
        return machine.settle(positions.instance(subject.order().position()), subject);
    }

    private Step<String, String, Subject> fire(Subject subject, String event) {
        return machine.fire(positions.instance(subject.order().position()), event, subject);
    }

    /** Tells the observer, if there is one, of a step that an order takes. */
    public void observe(Step<String, String, Subject> step) {
        if (reporter != null) {
            reporter.report(step);
        }
    }

    /** Tells the observer, if there is one, what a service answered. */
    public void observe(OwedEffect effect, EffectResult result) {
        if (reporter != null) {
            reporter.report(effect, result);
        }
    }

    /** Where a machine's instance stands. */
    public static Position position(Instance<String> instance) {
        return ProcessPositions.of(instance);
    }

    /** Whether there is a state of that name, however deep. */
    public boolean hasState(String name) {
        return index.hasState(name);
    }

    /** The names of these states, and of all that are around them. */
    public Set<String> withThoseAround(List<String> states) {
        return index.withThoseAround(states);
    }

    /** The names of all states of all depths, in document order. */
    public Set<String> stateNames() {
        return index.stateNames();
    }

    /** The names of all effects that its states run, or owe on entering or leaving. */
    public Set<String> effects() {
        return index.effects();
    }

    /** The states, those that hold others left out, that are active when a state is entered. */
    public List<String> beginnings(String name) {
        return index.beginnings(name);
    }

    /** All states that are active at a position, those around others before them. */
    public List<String> active(Position position) {
        return positions.instance(position).configuration();
    }

    /**
     * The position where these states are active together.
     *
     * @param active the states that hold no others
     * @param history what histories recorded
     * @throws IllegalInstanceException with everything that keeps them from being one position
     */
    public Position position(List<String> active, Map<String, List<String>> history) {
        return positions.of(active, history);
    }

    /** The actions that the definition knows, the one for any aside. */
    public Set<String> actions() {
        return index.actions();
    }

    /** Whether any state takes an action, by its name or as any. */
    public boolean takes(String action) {
        return index.takes(action);
    }

    /** The names of all its timers. */
    public Set<String> timers() {
        return index.timers();
    }

    /** From where an order can come back to where it was. */
    public HistoryReach waysBack() {
        return waysBack;
    }

    /** When a timer of a state is due if the state is entered at {@code now}. */
    public Instant dueAt(ProcessTimer timer, Order order, Instant now) {
        return dueTimers.dueAt(timer, order, now);
    }
}
