package org.orderengine.process.compiled;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.Step;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Order;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.check.ProcessVerifier;
import org.orderengine.process.vocabulary.ChildGuards;
import org.orderengine.process.vocabulary.ProcessEvents;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.spi.rule.ChildGuard;
import org.orderengine.spi.rule.Guard;
import org.orderengine.spi.rule.InstantRule;

/**
 * The machine of a payment, shipment or return, verified and made ready to run.
 *
 * <p>The state of a child alone says where it is: its machine has no history and no parallel states.
 *
 * <pre>{@code
 * Step<String, String, Subject> step = child.happen(subject, "requested", ChildEvents.CAPTURED);
 * }</pre>
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class CompiledChild {

    private final ChildKind kind;
    private final ProcessDefinition definition;
    private final Machine<String, String, Subject> machine;
    private final Map<String, InstantRule> rules;
    private final Map<String, ProcessState> states = new HashMap<>();
    private final Map<String, Instance<String>> instances = new LinkedHashMap<>();
    private final Set<String> actions = new TreeSet<>();

    private CompiledChild(
            ChildKind kind,
            ProcessDefinition definition,
            Machine<String, String, Subject> machine,
            Map<String, InstantRule> rules) {
        this.kind = kind;
        this.definition = definition;
        this.machine = machine;
        this.rules = rules;
        index(definition.states());
    }

    static CompiledChild compile(
            ChildKind kind, ProcessDefinition definition, Map<String, ChildGuard> guards, Registry registry) {
        List<Finding> findings = verify(kind, definition, guards, registry);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new DefinitionException("process " + definition.reference(), findings);
        }
        return new CompiledChild(
                kind,
                definition,
                Machine.compile(new ProcessCompiler(kind, definition, registry, ChildGuards.with(guards)).machine()),
                registry.rules());
    }

    /** Everything that is wrong with the definition of a payment, shipment or return, or may be, at once. */
    public static List<Finding> verify(
            ChildKind kind, ProcessDefinition definition, Map<String, ChildGuard> guards, Registry registry) {
        Map<String, ChildGuard> known = ChildGuards.with(guards);
        Map<String, Guard> names = new LinkedHashMap<>();
        known.keySet().forEach(name -> names.put(name, (order, now) -> null));
        Registry all = registry.with(names, Set.of(), Map.of());
        return new ProcessVerifier(definition, all, kind)
                .findings(read -> new ProcessCompiler(kind, read, registry, known).machine());
    }

    private void index(Map<String, ProcessState> inner) {
        inner.forEach((name, state) -> {
            states.put(name, state);
            state.on().keySet().stream()
                    .filter(action ->
                            !action.equals("*") && !ChildEvents.happenings(kind).contains(action))
                    .forEach(actions::add);
            if (state.states().isEmpty()) {
                instances.put(name, machine.instance(List.of(name), Map.of()));
            }
            index(state.states());
        });
    }

    /** What it runs. */
    public ProcessDefinition definition() {
        return definition;
    }

    /** The actions that it knows; what the books tell it is none. */
    public Set<String> actions() {
        return actions;
    }

    /** The state of that name, however deep. */
    public ProcessState state(String name) {
        ProcessState state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException(definition.reference() + " has no state " + name);
        }
        return state;
    }

    /** Whether that state is its end. */
    public boolean isEnd(String state) {
        return instance(state).isFinished();
    }

    /** Whether there is a state of that name that one of them can be in. */
    public boolean canBeIn(String state) {
        return instances.containsKey(state);
    }

    /** The states that one of them can be in. */
    public Set<String> places() {
        return Collections.unmodifiableSet(instances.keySet());
    }

    /** That state, and those around it before it. */
    public List<String> active(String state) {
        return instance(state).configuration();
    }

    /** Begins. */
    public Step<String, String, Subject> start(Subject subject) {
        return machine.start(subject);
    }

    /** What an action does in a state. Nothing is changed by asking. */
    public Step<String, String, Subject> act(Subject subject, String state, String action) {
        return machine.fire(instance(state), ProcessEvents.action(action), subject);
    }

    /** What a happening of the books does in a state. */
    public Step<String, String, Subject> happen(Subject subject, String state, String happening) {
        return machine.fire(instance(state), ProcessEvents.happening(happening), subject);
    }

    /** What a timer does in a state. */
    public Step<String, String, Subject> timer(Subject subject, String state, String timer) {
        return machine.fire(instance(state), ProcessEvents.timer(timer), subject);
    }

    /** When a timer of a state is due if the state is entered at {@code now}. */
    public Instant dueAt(ProcessTimer timer, Order order, Instant now) {
        if (timer.in() != null) {
            return now.plus(timer.in());
        }
        InstantRule rule = timer.at() == null ? null : rules.get(timer.at());
        if (rule == null) {
            throw new IllegalStateException(definition.reference() + " lost its rule " + timer.at());
        }
        return rule.dueAt(order, now);
    }

    private Instance<String> instance(String state) {
        Instance<String> instance = instances.get(state);
        if (instance == null) {
            throw new IllegalStateException(definition.reference() + " has no state " + state
                    + "; orders that are in it need the definition that they were placed under");
        }
        return instance;
    }
}
