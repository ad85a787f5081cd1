package org.orderengine.testkit.property;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Position;
import org.orderengine.process.ProcessState;
import org.orderengine.testkit.property.Explorer.Landing;
import org.orderengine.testkit.property.PathStep.Cause;

/** The shortest paths from a position to everything that can be reached from there. Safe for any number of threads. */
final class Routes {

    /** More positions than this are not looked at. */
    private static final int MAX_POSITIONS = 20_000;

    /** Stands for any action that a definition does not name, where it takes any. */
    static final String ANYTHING = "anything";

    /**
     * What can be reached.
     *
     * @param states the shortest path to each state, by name
     * @param transitions the shortest path that ends with each transition, by place
     */
    record Reached(Map<String, ProcessPath> states, Map<String, ProcessPath> transitions) {}

    private final Explorer explorer;
    private final Names names;
    private final Map<Position, List<PathStep>> moves = new HashMap<>();
    private final Map<Position, List<String>> known = new HashMap<>();

    Routes(Explorer explorer, Names names) {
        this.explorer = explorer;
        this.names = names;
    }

    /** The paths without steps that orders begin with. */
    List<ProcessPath> beginnings() {
        return explorer.start().stream()
                .map(landing -> new ProcessPath(landing.to(), List.of()))
                .toList();
    }

    /** What can be reached from the beginning. */
    Reached fromStart() {
        Reached reached = new Reached(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Landing landing : explorer.start()) {
            ProcessPath beginning = new ProcessPath(landing.to(), List.of());
            landing.entered().forEach(state -> reached.states().putIfAbsent(state, beginning));
            landing.taken().forEach(place -> reached.transitions().putIfAbsent(place, beginning));
        }
        search(beginnings(), reached);
        return reached;
    }

    /** The places of the transitions that can be reached from a position. */
    synchronized List<String> transitionsFrom(Position position) {
        List<String> places = known.get(position);
        if (places == null) {
            Reached reached = new Reached(new LinkedHashMap<>(), new LinkedHashMap<>());
            search(List.of(new ProcessPath(position, List.of())), reached);
            places = List.copyOf(reached.transitions().keySet());
            known.put(position, places);
        }
        return places;
    }

    /**
     * A shortest path from a position that ends with a transition; null if there is none.
     *
     * @param refuted steps that turned out not to be possible, by the position that they start from
     */
    @Nullable
    ProcessPath toward(Position position, String transition, Map<Position, Set<PathStep>> refuted) {
        Set<Position> seen = new LinkedHashSet<>(Set.of(position));
        Deque<ProcessPath> open = new ArrayDeque<>(List.of(new ProcessPath(position, List.of())));
        while (!open.isEmpty() && seen.size() < MAX_POSITIONS) {
            ProcessPath path = open.remove();
            for (PathStep step : moves(path.to())) {
                if (refuted.getOrDefault(path.to(), Set.of()).contains(step)) {
                    continue;
                }
                if (step.transitions().contains(transition)) {
                    return path.then(step);
                }
                if (seen.add(step.to())) {
                    open.add(path.then(step));
                }
            }
        }
        return null;
    }

    /** Whether an action, if it is taken at all, keeps the position. */
    boolean stays(Position position, String action) {
        Set<Landing> landings = explorer.act(position, action);
        return !landings.isEmpty()
                && landings.stream().allMatch(landing -> landing.to().equals(position));
    }

    private void search(List<ProcessPath> beginnings, Reached reached) {
        Set<Position> seen = new LinkedHashSet<>();
        Deque<ProcessPath> open = new ArrayDeque<>();
        for (ProcessPath path : beginnings) {
            names.active(path.from().states()).forEach(state -> reached.states().putIfAbsent(state, path));
            if (seen.add(path.from())) {
                open.add(path);
            }
        }
        while (!open.isEmpty() && seen.size() < MAX_POSITIONS) {
            ProcessPath path = open.remove();
            for (PathStep step : moves(path.to())) {
                ProcessPath longer = path.then(step);
                step.transitions().forEach(place -> reached.transitions().putIfAbsent(place, longer));
                if (seen.add(step.to())) {
                    names.active(step.to().states())
                            .forEach(state -> reached.states().putIfAbsent(state, longer));
                    open.add(longer);
                }
            }
        }
    }

    /** Every step from a position. What would leave a busy state is refused there, or waits. */
    synchronized List<PathStep> moves(Position from) {
        List<PathStep> all = moves.get(from);
        if (all == null) {
            all = List.copyOf(movesFrom(from));
            moves.put(from, all);
        }
        return all;
    }

    private List<PathStep> movesFrom(Position from) {
        List<PathStep> all = new ArrayList<>();
        if (from.ended()) {
            return all;
        }
        Set<String> actions = new LinkedHashSet<>();
        Set<String> timers = new LinkedHashSet<>();
        for (String name : names.active(from.states())) {
            ProcessState state = names.states().get(name);
            if (state != null) {
                actions.addAll(state.on().keySet());
                timers.addAll(state.after().keySet());
            }
        }
        for (String action : actions) {
            String asked = action.equals("*") ? ANYTHING : action;
            landed(explorer.act(from, asked), landing -> {
                if (!leavesBusy(from, landing)) {
                    all.add(step(Cause.ACTION, asked, landing));
                }
            });
        }
        for (String timer : timers) {
            landed(explorer.timer(from, timer), landing -> {
                if (!leavesBusy(from, landing)) {
                    all.add(step(Cause.TIMER, timer, landing));
                }
            });
        }
        for (String state : from.states()) {
            if (isBusy(state)) {
                landed(explorer.ending(from, state, Explorer.Ending.DONE), to -> all.add(step(Cause.DONE, state, to)));
                landed(
                        explorer.ending(from, state, Explorer.Ending.DECLINED),
                        to -> all.add(step(Cause.DECLINED, state, to)));
                landed(
                        explorer.ending(from, state, Explorer.Ending.FAILED),
                        to -> all.add(step(Cause.FAILED, state, to)));
            }
        }
        return all;
    }

    private static void landed(Set<Landing> landings, Consumer<Landing> each) {
        landings.forEach(each);
    }

    private static PathStep step(Cause cause, String name, Landing landing) {
        return new PathStep(cause, name, landing.to(), landing.taken());
    }

    private boolean leavesBusy(Position from, Landing landing) {
        return from.states().stream()
                .anyMatch(state -> isBusy(state) && !landing.to().states().contains(state));
    }

    private boolean isBusy(String state) {
        ProcessState known = names.states().get(state);
        return known != null && known.isBusy();
    }
}
