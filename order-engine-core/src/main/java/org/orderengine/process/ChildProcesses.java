package org.orderengine.process;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** The guards that its definitions can name besides the built-in ones. */
    public Map<String, ChildGuard> guards() {
        return guards;
    }

    /**
     * A hash of all that orders of a version live by: {@link ProcessDefinition#fingerprint()} of their process, and of these beside
     * it. Equal hashes say that all of them say the same. What the host's guards do is not in it.
     */
    public String fingerprintWith(ProcessDefinition process) {
        StringBuilder all = new StringBuilder(process.fingerprint());
        for (ChildKind kind : ChildKind.values()) {
            all.append(' ').append(definition(kind).fingerprint());
        }
        return ProcessDefinition.sha256(all.toString());
    }

    /** Whether the other one says the same. What its guards do is not compared. */
    public boolean isSame(ChildProcesses other) {
        return definitions.equals(other.definitions) && guards.keySet().equals(other.guards.keySet());
    }
}
