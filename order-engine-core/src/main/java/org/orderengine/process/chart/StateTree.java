package org.orderengine.process.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;

/** The states of a definition with what lies around them, for whoever has to know more than one state at a time. */
public final class StateTree {

    /** A state where it stands; equal to none but itself. */
    public static final class Located {
        private final String name;
        private final ProcessState state;
        private final String path;
        private final @Nullable Located parent;
        private final List<Located> outwards = new ArrayList<>();

        private Located(String name, ProcessState state, String path, @Nullable Located parent) {
            this.name = name;
            this.state = state;
            this.path = path;
            this.parent = parent;
            outwards.add(this);
            if (parent != null) {
                outwards.addAll(parent.outwards);
            }
        }

        public String name() {
            return name;
        }

        /** What it says. */
        public ProcessState state() {
            return state;
        }

        /** Where it stands, as {@code states.active.states.created}. */
        public String path() {
            return path;
        }

        /** The state around it; null at the top. */
        public @Nullable Located parent() {
            return parent;
        }

        public boolean isAtomic() {
            return state.states().isEmpty() && state.history() == null;
        }

        /** Whether the process ends in it. */
        public boolean isEnd() {
            return state.end() && parent == null;
        }

        /** This state and those around it, from the inside out. */
        public List<Located> outwards() {
            return outwards;
        }

        /** Whether it is that state, or lies in it. */
        public boolean isInside(Located outer) {
            return outwards.contains(outer);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    private final ProcessDefinition definition;
    private final List<Located> all = new ArrayList<>();
    private final Map<String, Located> byName = new LinkedHashMap<>();

    public StateTree(ProcessDefinition definition) {
        this.definition = definition;
        add(definition.states(), "states", null);
    }

    private void add(Map<String, ProcessState> states, String path, @Nullable Located parent) {
        states.forEach((name, state) -> {
            Located located = new Located(name, state, path + "." + name, parent);
            all.add(located);
            byName.putIfAbsent(name, located);
            add(state.states(), located.path + ".states", located);
        });
    }

    public ProcessDefinition definition() {
        return definition;
    }

    /** All states of all depths, in document order. */
    public List<Located> all() {
        return all;
    }

    /** The state of that name, the first if there are several; null if there is none. */
    public @Nullable Located of(@Nullable String name) {
        return name == null ? null : byName.get(name);
    }

    /** The names of all states. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The innermost state around both, either of them included; null if that is the process itself. */
    public @Nullable Located common(Located one, Located other) {
        for (Located candidate : one.outwards()) {
            if (other.isInside(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether two states can be active together, one inside the other or in different regions of a parallel one. */
    public boolean isTogether(Located one, Located other) {
        Located common = common(one, other);
        return common != null
                && (one.isInside(other) || other.isInside(one) || common.state().parallel());
    }
}
