package org.orderengine.process.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.process.chart.StateTree.Located;

/**
 * Which states can follow which, whatever guards answer; for definitions whose names are sound. Speaks of states that hold no
 * others. A busy state is followed by what its answers lead to, not by what actions and timers would: they wait. Where the answer depends on what is active elsewhere, or on what a history recorded, it errs on the side of possible.
 */
public final class StateGraph {

    /** More steps than people could ever draw are not followed: then nothing is said about the flow. */
    private static final int MAX_STEPS = 1_000_000;

    /**
     * A step from one state to another.
     *
     * @param way the transition, of the state or of one around it
     * @param to where it may land; the state itself if the transition has no target
     * @param resumes whether it goes back to where a history says, with what the order had there
     */
    public record Step(DefinedTransition way, Located to, boolean resumes) {}

    private final StateTree tree;
    private final Map<Located, List<Step>> steps = new LinkedHashMap<>();
    private final Map<Located, Set<Located>> beside = new LinkedHashMap<>();
    private final Map<String, Set<Located>> landings = new HashMap<>();
    private int size;

    public StateGraph(StateTree tree) {
        this.tree = tree;
        Deque<Located> open = new ArrayDeque<>(initial());
        while (!open.isEmpty() && isComplete()) {
            Located state = open.poll();
            if (!steps.containsKey(state)) {
                List<Step> out = stepsOf(state);
                steps.put(state, out);
                size += out.size();
                out.forEach(step -> open.add(step.to()));
            }
        }
        steps.keySet().forEach(state -> beside.put(state, regionsBeside(state)));
    }

    /** Whether it is all there: a definition may be too large to be followed. */
    public boolean isComplete() {
        return size <= MAX_STEPS;
    }

    /** The states that are entered at some time, in the order in which they were found. */
    public Set<Located> reachable() {
        return steps.keySet();
    }

    /** The states that orders begin in. */
    public Set<Located> initial() {
        return landings(tree.definition().initial());
    }

    /** The states in which the process ends, reachable or not. */
    public List<Located> ends() {
        return tree.all().stream().filter(Located::isEnd).toList();
    }

    /** What may happen in a reachable state. */
    public List<Step> steps(Located state) {
        return steps.getOrDefault(state, List.of());
    }

    /** The reachable states that may be active beside this one, in other regions of parallel states around it. */
    public Set<Located> beside(Located state) {
        return beside.getOrDefault(state, Set.of());
    }

    private List<Step> stepsOf(Located state) {
        List<Step> out = new ArrayList<>();
        for (Located around : state.outwards()) {
            for (DefinedTransition way : DefinedTransition.of(around)) {
                String to = way.transition().to();
                if (to != null && state.state().isBusy() && way.isWaiting()) {
                    continue;
                }
                if (to == null) {
                    out.add(new Step(way, state, false));
                } else {
                    Located target = tree.of(to);
                    boolean resumes = target != null && target.state().history() != null;
                    landings(to).forEach(landing -> out.add(new Step(way, landing, resumes)));
                }
            }
        }
        return out;
    }

    private Set<Located> regionsBeside(Located state) {
        Set<Located> all = new LinkedHashSet<>();
        List<Located> around = state.outwards();
        for (int i = 1; i < around.size(); i++) {
            if (around.get(i).state().parallel()) {
                for (Located other : steps.keySet()) {
                    if (other.isInside(around.get(i)) && !other.isInside(around.get(i - 1))) {
                        all.add(other);
                    }
                }
            }
        }
        return all;
    }

    /** The states without others inside that leading to a state may enter: of regions around it, those of the others too. */
    private Set<Located> landings(String target) {
        Set<Located> known = landings.get(target);
        if (known != null) {
            return known;
        }
        Set<Located> found = new LinkedHashSet<>();
        Located located = tree.of(target);
        if (located != null) {
            Set<Located> seen = new LinkedHashSet<>();
            land(located, found, seen);
            for (Located around : located.outwards()) {
                Located parent = around.parent();
                if (parent != null && parent.state().parallel()) {
                    children(parent).forEach(region -> land(region, found, seen));
                }
            }
        }
        landings.put(target, found);
        return found;
    }

    private void land(Located target, Set<Located> found, Set<Located> seen) {
        if (!seen.add(target)) {
            return;
        }
        Located parent = target.parent();
        if (target.state().history() != null) {
            tree.all().stream()
                    .filter(inner -> parent != null && inner.isAtomic() && inner.isInside(parent))
                    .forEach(found::add);
        } else if (target.isAtomic()) {
            found.add(target);
        } else if (target.state().parallel()) {
            children(target).forEach(region -> land(region, found, seen));
        } else {
            Located initial = tree.of(target.state().initial());
            if (initial != null) {
                land(initial, found, seen);
            }
        }
    }

    private List<Located> children(Located parent) {
        return tree.all().stream()
                .filter(child -> parent.equals(child.parent()) && child.state().history() == null)
                .toList();
    }
}
