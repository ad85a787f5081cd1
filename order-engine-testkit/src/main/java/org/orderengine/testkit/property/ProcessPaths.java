package org.orderengine.testkit.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.process.ProcessDefinition;

/**
 * The paths through a process definition, from where orders begin.
 *
 * <p>A path says which actions to take, which timers to let fire, and what services answer.
 *
 * <pre>{@code
 * ProcessPaths paths = ProcessPaths.of(tickets());
 * paths.to("refunded");                 // open; on pay to paying; done: paying to paid; …
 * paths.throughAllTransitions();        // a few paths that take every transition between them
 * }</pre>
 *
 * <p>Guards may answer either way, so a path says what the definition admits. {@link ProcessTrial#follow} finds out whether an
 * order's books let it go there. A guard that is asked twice in one step answers alike.
 *
 * <p>The search stops at 20000 positions, which parallel states of a large definition may have.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public final class ProcessPaths {

    private final Routes routes;
    private final Routes.Reached reached;
    private final Names names;

    ProcessPaths(Routes routes, Names names) {
        this.routes = routes;
        this.names = names;
        this.reached = routes.fromStart();
    }

    /**
     * The paths through a definition.
     *
     * @throws DefinitionException if it has errors, with all of them
     */
    public static ProcessPaths of(ProcessDefinition definition) {
        Names names = Names.of(definition);
        return new ProcessPaths(new Routes(new Explorer(definition), names), names);
    }

    /** A shortest path to a state; empty if none leads there. */
    public Optional<ProcessPath> to(String state) {
        return Optional.ofNullable(reached.states().get(state));
    }

    /** A shortest path to each state that can be reached, by the state's name. */
    public Map<String, ProcessPath> toEveryState() {
        return Collections.unmodifiableMap(reached.states());
    }

    /**
     * A shortest path that ends with a transition; empty if no path takes it.
     *
     * @param place where it stands, as findings name it: {@code states.created.on.pay[0]}
     */
    public Optional<ProcessPath> through(String place) {
        return Optional.ofNullable(reached.transitions().get(place));
    }

    /** The places of all transitions that some path takes. */
    public Set<String> transitions() {
        return Collections.unmodifiableSet(reached.transitions().keySet());
    }

    /** Paths that take every transition that can be taken between them; each takes one that those before it do not. */
    public List<ProcessPath> throughAllTransitions() {
        List<ProcessPath> longestFirst = new ArrayList<>(reached.transitions().values());
        longestFirst.sort(
                Comparator.comparingInt((ProcessPath path) -> path.steps().size())
                        .reversed());
        List<ProcessPath> chosen = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(reached.transitions().keySet());
        routes.beginnings().forEach(beginning -> left.removeAll(beginning.transitions()));
        for (ProcessPath path : longestFirst) {
            if (left.removeAll(path.transitions())) {
                chosen.add(path);
            }
        }
        return List.copyOf(chosen);
    }

    /** The states that no path leads to, sorted, histories aside. */
    public Set<String> unreachable() {
        Set<String> missing = new TreeSet<>();
        names.states().forEach((name, state) -> {
            if (state.history() == null && !reached.states().containsKey(name)) {
                missing.add(name);
            }
        });
        return missing;
    }

    /**
     * Walks by chance: actions, timers and services' answers in any order that the definition admits.
     *
     * @param longest how many steps at most, from 0
     */
    Arbitrary<ProcessPath> walks(int longest) {
        return Arbitraries.integers().between(0, 999).list().ofMaxSize(longest).map(this::walk);
    }

    private ProcessPath walk(List<Integer> choices) {
        List<ProcessPath> beginnings = routes.beginnings();
        ProcessPath path = beginnings.get(0);
        for (int choice : choices) {
            List<PathStep> moves = routes.moves(path.to());
            if (moves.isEmpty()) {
                return path;
            }
            path = path.then(moves.get(choice % moves.size()));
        }
        return path;
    }
}
