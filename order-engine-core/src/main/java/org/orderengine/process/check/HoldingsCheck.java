package org.orderengine.process.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Rule;
import org.orderengine.process.GuardNames;
import org.orderengine.process.ProcessState;
import org.orderengine.process.chart.DefinedTransition;
import org.orderengine.process.chart.StateGraph;
import org.orderengine.process.chart.StateTree.Located;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.Registry;

/**
 * Checks where an order can come to: waits that nothing ends, and money or stock that no way leads back from.
 *
 * <p>What an order may hold in a state is followed along all steps, guards aside, except where a guard says that nothing is
 * held any more. What resumes at a history is taken to hold what it held when it left.
 */
final class HoldingsCheck {

    /** What an order can hold of others. */
    private enum Held {
        STOCK,
        MONEY
    }

    private static final Set<String> STOCK_GONE = Set.of(GuardNames.NOTHING_OPEN, GuardNames.ALL_DELIVERED);

    private final StateGraph graph;
    private final Registry registry;
    private final Set<String> known;
    private final ProcessFindings findings;
    private final Map<Located, Set<Held>> held = new LinkedHashMap<>();

    /**
     * A check of where orders can come to.
     *
     * @param known the paths of states of which it was found already that they lead to no end
     */
    HoldingsCheck(StateGraph graph, Registry registry, Set<String> known, ProcessFindings findings) {
        this.graph = graph;
        this.registry = registry;
        this.known = known;
        this.findings = findings;
    }

    /** Checks that every wait and every way comes to an end. */
    void run() {
        if (!graph.isComplete()) {
            return;
        }
        checkEnds();
        for (Located state : graph.reachable()) {
            if (!state.isEnd() && !state.state().end() && !state.state().isBusy()) {
                checkWait(state);
            }
        }
    }

    /** Checks what an order may hold where it comes to: a payment, shipment or return of one holds nothing itself. */
    void checkHoldings() {
        if (!graph.isComplete()) {
            return;
        }
        follow();
        Map<Held, Set<Located>> ways = new HashMap<>();
        for (Held what : Held.values()) {
            ways.put(what, withAWayBack(what));
        }
        for (Located state : graph.reachable()) {
            if (state.isEnd()) {
                checkEnd(state);
            } else if (!state.state().end() && !state.state().isBusy()) {
                checkWayBack(state, ways);
            }
        }
    }

    /** Whether every order can come to an end: the machine under the process does not know that actions do not leave busy states. */
    private void checkEnds() {
        List<Located> ends = graph.reachable().stream().filter(Located::isEnd).toList();
        if (graph.ends().isEmpty()) {
            if (!graph.reachable().isEmpty()) {
                findings.add(
                        ProcessRule.NO_END,
                        "states",
                        "no state is an end, so that no order is ever over",
                        "make the state final in which nothing more is to happen");
            }
            return;
        }
        Set<Located> ending = leadingTo(ends);
        for (Located state : graph.reachable()) {
            if (!ending.contains(state) && !known.contains(state.path())) {
                findings.add(new Finding(
                        Rule.NO_WAY_TO_FINAL.code(),
                        Rule.NO_WAY_TO_FINAL.severity(),
                        state.path(),
                        "from state \"" + state.name()
                                + "\" no end of the process can be reached, since a busy state is left by"
                                + " the answers to its effects alone",
                        "add a way that leads to one"));
            }
        }
    }

    private void checkWait(Located state) {
        List<StateGraph.Step> eventless = graph.steps(state).stream()
                .filter(step -> step.way().cause() == DefinedTransition.Cause.ALWAYS)
                .toList();
        boolean mayMove = !eventless.isEmpty()
                && eventless.stream().allMatch(step -> step.way().isGuarded());
        boolean ends = isMoved(state) || graph.beside(state).stream().anyMatch(this::isMoved);
        if (mayMove && !ends) {
            findings.add(
                    ProcessRule.WAITS_FOR_NOTHING,
                    state.path(),
                    "in state \"" + state.name()
                            + "\" an order waits for guards to hold, and no action and no timer would ever ask them",
                    "add an action under \"on\" or a timer under \"after\"");
        }
    }

    private boolean isMoved(Located state) {
        return state.state().isBusy()
                || graph.steps(state).stream()
                        .anyMatch(step -> step.way().cause() == DefinedTransition.Cause.ACTION
                                || step.way().cause() == DefinedTransition.Cause.TIMER);
    }

    private void checkEnd(Located state) {
        if (heldIn(state).contains(Held.STOCK)) {
            findings.add(
                    ProcessRule.ENDS_HOLDING_STOCK,
                    state.path(),
                    "an order may come to \"" + state.name() + "\" while stock is still held for it",
                    "lead there by way of a state that runs \"reverse\", or guard the way with \"nothing-open\" or"
                            + " \"nothing-left\"");
        }
    }

    private void checkWayBack(Located state, Map<Held, Set<Located>> ways) {
        List<String> stuck = heldIn(state).stream()
                .filter(what -> !ways.getOrDefault(what, Set.of()).contains(state))
                .map(what -> what == Held.STOCK ? "stock" : "money")
                .toList();
        if (!stuck.isEmpty()) {
            findings.add(
                    ProcessRule.NO_WAY_TO_REVERSE,
                    state.path(),
                    "in state \"" + state.name() + "\" an order may hold " + String.join(" and ", stuck)
                            + ", and no way leads on to where that is given back",
                    "add a way to a state that runs \"reverse\""
                            + (stuck.contains("money")
                                    ? ", or take \"cancel\" or \"refund\""
                                    : ", or take \"cancel\""));
        }
    }

    private Set<Held> heldIn(Located state) {
        return held.getOrDefault(state, EnumSet.noneOf(Held.class));
    }

    /** Finds what may be held where, from the beginning on until nothing is added. */
    private void follow() {
        Deque<Located> open = new ArrayDeque<>();
        for (Located state : graph.initial()) {
            hold(state, EnumSet.noneOf(Held.class), open);
            if (state.outwards().stream()
                    .anyMatch(entered -> reserves(entered.state().entry()))) {
                hold(state, EnumSet.of(Held.STOCK), open);
            }
            open.add(state);
        }
        while (!open.isEmpty()) {
            Located state = open.poll();
            for (StateGraph.Step step : graph.steps(state)) {
                if (!held.containsKey(step.to())) {
                    held.put(step.to(), EnumSet.noneOf(Held.class));
                    open.add(step.to());
                }
                if (!step.resumes()) {
                    hold(step.to(), after(state, step), open);
                }
            }
            for (Located other : graph.beside(state)) {
                hold(other, heldIn(state), open);
            }
        }
    }

    private void hold(Located state, Set<Held> more, Deque<Located> open) {
        Set<Held> known = held.computeIfAbsent(state, key -> EnumSet.noneOf(Held.class));
        if (known.addAll(more)) {
            open.add(state);
        }
    }

    private Set<Held> after(Located from, StateGraph.Step step) {
        Set<Held> after = EnumSet.noneOf(Held.class);
        after.addAll(heldIn(from));
        DefinedTransition way = step.way();
        ProcessState source = way.source().state();
        if (way.cause() == DefinedTransition.Cause.DONE && source.isBusy()) {
            if (reserves(source.run())) {
                after.add(Held.STOCK);
            }
            if (source.run().stream().anyMatch(effect -> EffectKind.of(effect).isCharge())) {
                after.add(Held.MONEY);
            }
            clearIf(source.run().contains(EffectKind.REVERSE.word()), after);
        }
        boolean paysThere = step.to().state().run().stream()
                .anyMatch(effect -> EffectKind.of(effect).isCharge());
        if (way.cause() == DefinedTransition.Cause.ACTION && bears(way.name(), Bearing.TAKES_MONEY) && !paysThere) {
            after.add(Held.MONEY);
        }
        if (way.transition().when().stream().anyMatch(STOCK_GONE::contains)) {
            after.remove(Held.STOCK);
        }
        clearIf(way.transition().when().contains(GuardNames.NOTHING_LEFT), after);
        boolean moves = way.transition().to() != null;
        if (moves && (reserves(source.exit()) || enters(from, step).anyMatch(state -> reserves(state.entry())))) {
            after.add(Held.STOCK);
        }
        clearIf(moves && source.exit().contains(EffectKind.REVERSE.word()), after);
        clearIf(moves && step.to().state().entry().contains(EffectKind.REVERSE.word()), after);
        return after;
    }

    private static boolean reserves(List<String> effects) {
        return effects.stream().anyMatch(effect -> EffectKind.of(effect).isReserving());
    }

    /** The states that a step enters: where it lands, and those around it that the order was not in. */
    private static Stream<ProcessState> enters(Located from, StateGraph.Step step) {
        return step.to().outwards().stream()
                .filter(state -> state.equals(step.to()) || !from.isInside(state))
                .map(Located::state);
    }

    private static void clearIf(boolean reversed, Set<Held> held) {
        if (reversed) {
            held.clear();
        }
    }

    /** The states from which some way leads to where a thing is given back, guards aside. */
    private Set<Located> withAWayBack(Held what) {
        Bearing bearing = what == Held.STOCK ? Bearing.LETS_STOCK_GO : Bearing.GIVES_MONEY_BACK;
        return leadingTo(graph.reachable().stream()
                .filter(state -> givesBack(state, bearing))
                .toList());
    }

    /** These states, and those from which some way leads to one of them. */
    private Set<Located> leadingTo(List<Located> goals) {
        Map<Located, Set<Located>> before = new HashMap<>();
        for (Located state : graph.reachable()) {
            for (StateGraph.Step step : graph.steps(state)) {
                before.computeIfAbsent(step.to(), key -> new LinkedHashSet<>()).add(state);
            }
        }
        Deque<Located> open = new ArrayDeque<>(goals);
        Set<Located> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Located state = open.poll();
            if (found.add(state)) {
                open.addAll(before.getOrDefault(state, Set.of()));
                open.addAll(graph.beside(state));
            }
        }
        return found;
    }

    private boolean givesBack(Located state, Bearing bearing) {
        boolean reverses = state.outwards().stream()
                .map(Located::state)
                .anyMatch(around -> around.run().contains(EffectKind.REVERSE.word())
                        || around.entry().contains(EffectKind.REVERSE.word())
                        || around.exit().contains(EffectKind.REVERSE.word()));
        return reverses
                || graph.steps(state).stream()
                        .anyMatch(step -> step.way().cause() == DefinedTransition.Cause.ACTION
                                && bears(step.way().name(), bearing));
    }

    private boolean bears(String action, Bearing bearing) {
        ActionDescription builtIn = registry.action(action);
        return builtIn != null && builtIn.bearings().contains(bearing);
    }
}
