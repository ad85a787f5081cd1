package org.orderengine.dispatch;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;
import org.orderengine.model.ProcessReference;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.compiled.CompiledProcess;

/** The processes that an engine runs, every version of them. Immutable, so safe for any number of threads. */
public final class Processes {

    private final Map<String, TreeMap<Integer, CompiledProcess>> byName = new HashMap<>();
    private final CompiledProcess standard;

    /** These processes; the first is the one that orders follow unless they name another. */
    public Processes(List<CompiledProcess> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("an engine needs a process; give it one with process(...)");
        }
        for (CompiledProcess process : all) {
            ProcessReference reference = process.definition().reference();
            byName.computeIfAbsent(reference.name(), name -> new TreeMap<>()).put(reference.version(), process);
        }
        this.standard = latest(all.get(0).definition().name());
    }

    /** The process that a new order follows: the latest version of that name, or null if there is none. */
    public @Nullable CompiledProcess named(@Nullable String name) {
        if (name == null) {
            return standard;
        }
        return byName.containsKey(name) ? latest(name) : null;
    }

    /** The process that an order follows. */
    public CompiledProcess of(Order order) {
        CompiledProcess process = find(order.process());
        if (process == null) {
            throw new MissingProcessException(missing(order));
        }
        return process;
    }

    /** That version of a process, or null if there is none. */
    public @Nullable CompiledProcess find(ProcessReference reference) {
        TreeMap<Integer, CompiledProcess> versions = byName.get(reference.name());
        return versions == null ? null : versions.get(reference.version());
    }

    /** The definition of that version of a process; empty if there is none. */
    public Optional<ProcessDefinition> definition(ProcessReference reference) {
        return Optional.ofNullable(find(reference)).map(CompiledProcess::definition);
    }

    /** The names of the actions that an order's process knows, sorted; none where its process is not known. */
    public List<String> actions(Order order) {
        CompiledProcess process = find(order.process());
        return process == null ? List.of() : process.actions().stream().sorted().toList();
    }

    /** The problem of an order whose process the engine was not given. */
    public static String missing(Order order) {
        return "Order " + order.id() + " follows process " + order.process()
                + ", which this engine was not given; give it with process(...)";
    }

    /**
     * A busy state.
     *
     * @param process the name of its process
     * @param state its name
     */
    public record Busy(String process, String state) {}

    /** The busy states of all versions of all processes. */
    public Set<Busy> busyStates() {
        Set<Busy> busy = new LinkedHashSet<>();
        byName.forEach((name, versions) -> {
            for (CompiledProcess process : versions.values()) {
                for (String state : process.stateNames()) {
                    if (process.state(state).isBusy()) {
                        busy.add(new Busy(name, state));
                    }
                }
            }
        });
        return busy;
    }

    /** The names of all states of all versions. */
    public Set<String> stateNames() {
        Set<String> names = new LinkedHashSet<>();
        byName.values().forEach(versions -> versions.values().forEach(process -> names.addAll(process.stateNames())));
        return names;
    }

    /** The names of all processes. */
    public Set<String> names() {
        return byName.keySet();
    }

    private CompiledProcess latest(String name) {
        TreeMap<Integer, CompiledProcess> versions = byName.get(name);
        if (versions == null) {
            throw new IllegalArgumentException("there is no process " + name);
        }
        return versions.lastEntry().getValue();
    }
}
