package org.orderengine.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.DefinitionException;
import org.orderengine.machine.Finding;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.MachineDefinition;
import org.orderengine.machine.Step;
import org.orderengine.model.Order;
import org.orderengine.model.Position;
import org.orderengine.spi.rule.InstantRule;

/** A process definition that was verified and made ready to run. Immutable, shared by all threads. */
public final class CompiledProcess {

    private final ProcessDefinition definition;
    private final Machine<String, String, Subject> machine;
    private final Map<String, ProcessState> states = new HashMap<>();
    private final Map<String, InstantRule> rules;
    private final Map<String, String> actionEvents = new HashMap<>();
    private final Map<String, Instance<String>> plainInstances = new HashMap<>();
    private final Set<String> actions;
    private final Map<ChildKind, CompiledChild> children;

    private CompiledProcess(
            ProcessDefinition definition,
            Machine<String, String, Subject> machine,
            Map<String, InstantRule> rules,
            Map<ChildKind, CompiledChild> children) {
        this.children = children;
        this.definition = definition;
        this.machine = machine;
        this.rules = rules;
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
        return compile(definition, ChildProcesses.STANDARD, registry);
    }

    /**
     * The process that runs a definition, and beside it those of its payments, shipments and returns.
     *
     * @throws DefinitionException with all findings, if any of them is an error
     */
    public static CompiledProcess compile(ProcessDefinition definition, ChildProcesses children, Registry registry) {
        MachineDefinition<String, String, Subject> chart = new ProcessCompiler(definition, registry).machine();
        List<Finding> findings = new ProcessVerifier(definition, registry).findings(chart);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new DefinitionException("process " + definition.reference(), findings);
        }
        return new CompiledProcess(definition, chart.compile(), registry.rules(), children.compile(registry));
    }

    /**
     * Everything that is wrong with a definition, or may be, at once. Places are paths, such as {@code
     * states.created.on.pay[0].to}; where the definition was read from JSON, line and column stand before them. {@code
     * docs/verification.md} explains every code.
     */
    public static List<Finding> verify(ProcessDefinition definition, Registry registry) {
        return new ProcessVerifier(definition, registry).findings(new ProcessCompiler(definition, registry).machine());
    }

    private void index(Map<String, ProcessState> inner, boolean parallel) {
        inner.forEach((name, state) -> {
            states.put(name, state);
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
        for (Map.Entry<ChildKind, CompiledChild> child : children.entrySet()) {
            if (child.getValue().actions().contains(action)) {
                return child.getKey();
            }
        }
        return null;
    }

    /** The actions that the machines of its payments, shipments and returns know. */
    public Set<String> childActions() {
        return children.values().stream()
                .flatMap(child -> child.actions().stream())
                .collect(Collectors.toUnmodifiableSet());
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

    private Step<String, String, Subject> fire(Subject subject, String event) {
        return machine.fire(instance(subject.order().position()), event, subject);
    }

    /** Where a machine's instance stands. */
    public static Position position(Instance<String> instance) {
        return new Position(instance.activeStates(), instance.history(), instance.isFinished());
    }

    /** The actions that the definition knows, the one for any aside. */
    public Set<String> actions() {
        return actions;
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
