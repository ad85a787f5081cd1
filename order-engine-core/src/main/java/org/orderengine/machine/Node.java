package org.orderengine.machine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one implementation of an instance: a place of the machine, with what each event does there, worked out when first asked. */
final class Node<S, E, C> implements Instance<S> {

    private final Kernel<S, E, C> kernel;
    private final BitSet active;
    private final Recorded recorded;
    private final boolean kept;
    private final List<S> activeStates;
    private final boolean finished;
    private final @Nullable Row<S, E, C>[] rows;
    private final @Nullable Shortcut<S, E, C>[] shortcuts;
    private @Nullable List<E> events;

    Node(Kernel<S, E, C> kernel, BitSet active, Recorded recorded, boolean kept) {
        Chart<S, E, C> chart = kernel.chart();
        this.kernel = kernel;
        this.active = active;
        this.recorded = recorded;
        this.kept = kept;
        this.activeStates = chart.names(active.stream().filter(chart::isAtomic).toArray());
        this.finished = active.stream()
                .anyMatch(state -> chart.kind(state) == StateKind.FINAL && chart.parent(state) == Chart.ROOT);
        int events = kept ? chart.events().size() : 0;
        this.rows = newRows(events);
        this.shortcuts = newShortcuts(events);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <S, E, C> @Nullable Row<S, E, C>[] newRows(int size) {
        return new Row[size];
    }

    Kernel<S, E, C> kernel() {
        return kernel;
    }

    BitSet active() {
        return active;
    }

    Recorded recorded() {
        return recorded;
    }

    /** Whether there was room to keep one more thing worked out for this place; it is taken. */
    boolean takeRoom() {
        return kept && kernel.takeRoom();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <S, E, C> @Nullable Shortcut<S, E, C>[] newShortcuts(int size) {
        return new Shortcut[size];
    }

    /** What an event, or none, does here. */
    Row<S, E, C> row(int event) {
        Row<S, E, C> known = event < rows.length ? rows[event] : null;
        return known != null ? known : newRow(event);
    }

    private Row<S, E, C> newRow(int event) {
        Row<S, E, C> row = new Row<>(this, event);
        if (takeRoom()) {
            rows[event] = row;
        }
        return row;
    }

    /** The quick way to do what an event does here, or null if there is no room for one. */
    @Nullable
    Shortcut<S, E, C> shortcut(int event) {
        Shortcut<S, E, C> known = event < shortcuts.length ? shortcuts[event] : null;
        return known != null ? known : newShortcut(event);
    }

    private @Nullable Shortcut<S, E, C> newShortcut(int event) {
        if (!takeRoom()) {
            return null;
        }
        Shortcut<S, E, C> shortcut = new Shortcut<>(row(event), kernel.guardLanes());
        shortcuts[event] = shortcut;
        return shortcut;
    }

    /** The events that may be accepted here, depending on guards. */
    List<E> events() {
        List<E> known = events;
        if (known == null) {
            List<E> open = new ArrayList<>();
            List<E> all = kernel.chart().events().events();
            for (int index = 0; index < all.size(); index++) {
                if (row(1 + index).isOpen()) {
                    open.add(all.get(index));
                }
            }
            known = List.copyOf(open);
            events = known;
        }
        return known;
    }

    @Override
    public List<S> activeStates() {
        return activeStates;
    }

    @Override
    public List<S> configuration() {
        return kernel.chart().names(active.stream().toArray());
    }

    @Override
    public boolean isIn(S state) {
        return kernel.chart().knows(state) && active.get(kernel.chart().number(state));
    }

    @Override
    public Map<S, List<S>> history() {
        Chart<S, E, C> chart = kernel.chart();
        Map<S, List<S>> all = new LinkedHashMap<>();
        recorded.states().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> all.put(
                        chart.name(entry.getKey()),
                        chart.names(entry.getValue().stream().toArray())));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Node<?, ?, ?> node
                        && kernel == node.kernel
                        && active.equals(node.active)
                        && recorded.equals(node.recorded));
    }

    @Override
    public int hashCode() {
        return 31 * active.hashCode() + recorded.hashCode();
    }

    @Override
    public String toString() {
        return kernel.name() + " in "
                + activeStates.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
