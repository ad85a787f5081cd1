package org.orderengine.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.ChildKind;
import org.orderengine.spi.rule.ChildGuard;

/**
 * What the payments, shipments and returns of a process go through: a definition for each, and the guards that these can
 * name. Immutable. An order keeps to those that stand beside the version of the process that it was placed under.
 */
public final class ChildProcesses {

    /** Those that ship with the engine. */
    public static final ChildProcesses STANDARD = new ChildProcesses(standard(), Map.of());

    private final Map<ChildKind, ProcessDefinition> definitions;
    private final Map<String, ChildGuard> guards;

    private ChildProcesses(Map<ChildKind, ProcessDefinition> definitions, Map<String, ChildGuard> guards) {
        this.definitions = Collections.unmodifiableMap(new EnumMap<>(definitions));
        this.guards = Map.copyOf(guards);
    }

    private static Map<ChildKind, ProcessDefinition> standard() {
        Map<ChildKind, ProcessDefinition> standard = new EnumMap<>(ChildKind.class);
        for (ChildKind kind : ChildKind.values()) {
            standard.put(kind, StandardProcesses.child(kind));
        }
        return standard;
    }

    /** These, with payments that go through another definition. */
    public ChildProcesses payments(ProcessDefinition definition) {
        return with(ChildKind.PAYMENT, definition);
    }

    /** These, with parcels that go through another definition. */
    public ChildProcesses shipments(ProcessDefinition definition) {
        return with(ChildKind.SHIPMENT, definition);
    }

    /** These, with returns that go through another definition. */
    public ChildProcesses returns(ProcessDefinition definition) {
        return with(ChildKind.RETURN, definition);
    }

    /** These, with a kind that goes through another definition. */
    public ChildProcesses with(ChildKind kind, ProcessDefinition definition) {
        Map<ChildKind, ProcessDefinition> changed = new EnumMap<>(definitions);
        changed.put(kind, definition);
        return new ChildProcesses(changed, guards);
    }

    /** These, and a guard that their definitions can name. It hides a built-in one, and one of orders. */
    public ChildProcesses guard(String name, ChildGuard guard) {
        Map<String, ChildGuard> more = new LinkedHashMap<>(guards);
        more.put(name, guard);
        return new ChildProcesses(definitions, more);
    }

    /** What one kind of child goes through. */
    public ProcessDefinition definition(ChildKind kind) {
        ProcessDefinition definition = definitions.get(kind);
        if (definition == null) {
            throw new IllegalStateException("there is no machine for a " + kind);
        }
        return definition;
    }

    /** Whether the other one says the same. What its guards do is not compared. */
    boolean isSame(ChildProcesses other) {
        return definitions.equals(other.definitions) && guards.keySet().equals(other.guards.keySet());
    }

    Map<ChildKind, CompiledChild> compile(Registry registry) {
        Map<ChildKind, CompiledChild> compiled = new EnumMap<>(ChildKind.class);
        definitions.forEach(
                (kind, definition) -> compiled.put(kind, CompiledChild.compile(kind, definition, guards, registry)));
        requireActionsApart(compiled);
        return compiled;
    }

    /** An action moves one kind of them: which, its name alone says. */
    private static void requireActionsApart(Map<ChildKind, CompiledChild> compiled) {
        Map<String, ChildKind> known = new HashMap<>();
        List<Finding> twice = new ArrayList<>();
        compiled.forEach((kind, child) -> child.actions().forEach(action -> {
            ChildKind other = known.putIfAbsent(action, kind);
            if (other != null) {
                twice.add(new Finding(
                        ProcessRule.CHILD_ACTION.code(),
                        ProcessRule.CHILD_ACTION.severity(),
                        child.definition().reference() + " on." + action,
                        "\"" + action + "\" moves a " + other + " as well",
                        "give it another name for a " + kind));
            }
        }));
        if (!twice.isEmpty()) {
            throw new DefinitionException("payments, shipments and returns", twice);
        }
    }
}
