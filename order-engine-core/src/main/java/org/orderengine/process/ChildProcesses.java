package org.orderengine.process;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.rule.ChildGuard;

/**
 * What the payments, shipments and returns of a process go through: a definition for each, and the guards that these can
 * name. Immutable. An order keeps to those that stand beside the version of the process that it was placed under.
 */
public final class ChildProcesses {

    /** Those that ship with the engine. */
    public static final ChildProcesses STANDARD =
            new ChildProcesses(Map.of(ChildKind.RETURN, StandardProcesses.child(ChildKind.RETURN)), Map.of());

    private final Map<ChildKind, ProcessDefinition> definitions;
    private final Map<String, ChildGuard> guards;

    private ChildProcesses(Map<ChildKind, ProcessDefinition> definitions, Map<String, ChildGuard> guards) {
        this.definitions = Collections.unmodifiableMap(new EnumMap<>(definitions));
        this.guards = Map.copyOf(guards);
    }

    /** These, with returns that go through another definition. */
    public ChildProcesses returns(ProcessDefinition definition) {
        return with(ChildKind.RETURN, definition);
    }

    private ChildProcesses with(ChildKind kind, ProcessDefinition definition) {
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
    public @Nullable ProcessDefinition definition(ChildKind kind) {
        return definitions.get(kind);
    }

    Map<ChildKind, CompiledChild> compile(Registry registry) {
        Map<ChildKind, CompiledChild> compiled = new EnumMap<>(ChildKind.class);
        definitions.forEach(
                (kind, definition) -> compiled.put(kind, CompiledChild.compile(definition, guards, registry)));
        return compiled;
    }
}
