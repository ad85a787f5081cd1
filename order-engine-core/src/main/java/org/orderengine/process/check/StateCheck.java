package org.orderengine.process.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTransition;
import org.orderengine.process.chart.DefinedTransition;
import org.orderengine.process.chart.StateTree;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.text.Suggestion;

/** Checks the parts of each state against each other, and its timers against those that may run beside them. */
final class StateCheck {

    private static final String ANY = "*";
    private final StateTree tree;
    private final Registry registry;
    private final ProcessFindings findings;
    private final Set<String> taken;

    StateCheck(StateTree tree, Registry registry, ProcessFindings findings) {
        this.tree = tree;
        this.registry = registry;
        this.findings = findings;
        this.taken = tree.all().stream()
                .flatMap(located -> located.state().on().keySet().stream())
                .collect(Collectors.toSet());
    }

    void run() {
        for (StateTree.Located located : tree.all()) {
            checkLists(located);
            if (located.state().history() != null) {
                checkHistory(located);
            } else if (located.state().isBusy()) {
                checkBusy(located);
            } else {
                checkWaiting(located);
            }
        }
        checkTimers();
    }

    private void checkLists(StateTree.Located located) {
        located.state()
                .on()
                .forEach((action, ways) -> checkList(located, DefinedTransition.Cause.ACTION, action, ways));
        located.state()
                .after()
                .forEach((name, timer) -> checkList(located, DefinedTransition.Cause.TIMER, name, timer.transitions()));
    }

    private void checkList(
            StateTree.Located located, DefinedTransition.Cause cause, String name, List<ProcessTransition> ways) {
        if (ways.isEmpty()) {
            findings.add(
                    ProcessRule.NO_TRANSITION,
                    DefinedTransition.listPath(located, cause, name),
                    "is an empty list: \"" + name + "\" would never be taken",
                    "give it a transition ({} keeps the state), or remove it");
        }
    }

    private void checkHistory(StateTree.Located located) {
        ProcessState state = located.state();
        if (!state.run().isEmpty()
                || !state.entry().isEmpty()
                || !state.exit().isEmpty()
                || !state.defer().isEmpty()
                || state.end()
                || state.parallel()
                || state.phase() != null) {
            findings.add(
                    ProcessRule.HISTORY_WITH_PARTS,
                    located.path(),
                    "history \"" + located.name() + "\" is never active itself, and has more than an \"initial\"",
                    "keep only where it leads before anything was recorded");
        }
    }

    private void checkBusy(StateTree.Located located) {
        ProcessState state = located.state();
        String busy = "busy state \"" + located.name() + "\"";
        if (!state.states().isEmpty() || state.end() || state.parallel()) {
            findings.add(
                    ProcessRule.BUSY_WITH_STATES,
                    located.path(),
                    busy + (state.end() ? " is an end, and would never be left" : " has states inside"),
                    "run the effects in a state of their own, or owe them on \"entry\"");
        }
        if (state.done().isEmpty()) {
            findings.add(
                    ProcessRule.BUSY_WITHOUT_DONE,
                    located.path(),
                    busy + " does not say where it leads when its effects are done",
                    "add \"done\"");
        }
        if (state.declined().isEmpty()
                && !state.run().stream()
                        .allMatch(effect -> EffectKind.of(effect).service() == EffectKind.Service.NONE)) {
            findings.add(
                    ProcessRule.BUSY_WITHOUT_DECLINED,
                    located.path(),
                    busy + " does not say where it leads when a service says no to one of " + state.run()
                            + "; the order would wait for a person",
                    "add \"declined\"");
        }
        if (!state.always().isEmpty()) {
            findings.add(
                    ProcessRule.BUSY_WITH_ALWAYS,
                    located.path() + ".always",
                    busy + " would be left before its effects are done",
                    "move \"always\" to the states that \"done\" and \"declined\" lead to");
        }
        checkFallback(located, DefinedTransition.Cause.DONE, state.done());
        checkFallback(located, DefinedTransition.Cause.DECLINED, state.declined());
        checkFallback(located, DefinedTransition.Cause.FAILED, state.failed());
        checkWaysOut(located);
        checkDeferred(located);
        checkAround(located);
    }

    private void checkFallback(StateTree.Located located, DefinedTransition.Cause cause, List<ProcessTransition> ways) {
        if (!ways.isEmpty() && ways.stream().noneMatch(way -> way.when().isEmpty())) {
            findings.add(
                    ProcessRule.ANSWER_WITHOUT_FALLBACK,
                    DefinedTransition.listPath(located, cause, cause.key()),
                    "all its transitions are guarded; when every guard says no, the order stays in \"" + located.name()
                            + "\" with nothing to do",
                    "end the list with a transition without a guard");
        }
    }

    private void checkWaysOut(StateTree.Located located) {
        for (DefinedTransition way : DefinedTransition.of(located)) {
            if (way.isWaiting() && way.transition().to() != null) {
                findings.add(
                        ProcessRule.WAY_OUT_OF_BUSY,
                        way.path(),
                        way.cause() == DefinedTransition.Cause.ACTION
                                ? "\"" + way.name() + "\" is refused as busy as long as \"" + located.name()
                                        + "\" is at work, and then it is left"
                                : "\"" + way.name() + "\" waits as long as \"" + located.name()
                                        + "\" is at work, and is stopped when it is left",
                        "remove it, or use \"defer\", \"declined\" or \"failed\"");
            }
        }
    }

    private void checkDeferred(StateTree.Located located) {
        List<String> deferred = located.state().defer();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < deferred.size(); i++) {
            String action = deferred.get(i);
            String path = located.path() + ".defer[" + i + "]";
            boolean isCovered = !action.equals(ANY) && deferred.contains(ANY);
            if (isCovered || !seen.add(action)) {
                needless(path, action, "is kept already, by another name in the list");
            } else if (tellsOfMoney(action)) {
                needless(path, action, "is never kept: money that arrives is booked at once, in every state");
            } else if (!action.equals(ANY) && !taken.contains(action) && !taken.contains(ANY)) {
                findings.add(
                        ProcessRule.DEFER_NEVER_TAKEN,
                        path,
                        "\"" + ProcessFindings.cut(action) + "\" is kept, and no state takes it"
                                + (findings.isFull() ? "" : Suggestion.didYouMean(action, taken)),
                        "remove it, or let a state take it");
            }
        }
    }

    private boolean tellsOfMoney(String action) {
        ActionDescription builtIn = registry.action(action);
        return builtIn != null && builtIn.tellsOfMoney();
    }

    private void needless(String path, String action, String why) {
        findings.add(
                ProcessRule.DEFER_NEEDLESS,
                path,
                "\"" + ProcessFindings.cut(action) + "\" " + why,
                "remove it from \"defer\"");
    }

    private void checkAround(StateTree.Located located) {
        for (StateTree.Located around : located.outwards()) {
            boolean leaves = around.state().always().stream().anyMatch(way -> way.to() != null);
            if (leaves && !around.equals(located)) {
                findings.add(
                        ProcessRule.ALWAYS_AROUND_BUSY,
                        around.path() + ".always",
                        "may leave busy state \"" + located.name() + "\" before its effects are done",
                        "move it to the states in which the order waits");
            }
        }
    }

    private void checkWaiting(StateTree.Located located) {
        ProcessState state = located.state();
        if (!state.declined().isEmpty() || !state.failed().isEmpty()) {
            findings.add(
                    ProcessRule.ANSWER_WITHOUT_RUN,
                    located.path() + (state.declined().isEmpty() ? ".failed" : ".declined"),
                    "state \"" + located.name() + "\" runs no effects that could be declined or fail",
                    "add \"run\", or remove it");
        }
        if (!state.defer().isEmpty()) {
            findings.add(
                    ProcessRule.DEFER_WITHOUT_RUN,
                    located.path() + ".defer",
                    "state \"" + located.name() + "\" is never busy, so it keeps no actions",
                    "add \"run\", or remove it");
        }
    }

    private void checkTimers() {
        List<StateTree.Located> all = tree.all().stream()
                .filter(located -> !located.state().after().isEmpty())
                .toList();
        for (int i = 0; i < all.size() && !findings.isFull(); i++) {
            for (int j = 0; j < i; j++) {
                StateTree.Located one = all.get(j);
                StateTree.Located other = all.get(i);
                for (String name : other.state().after().keySet()) {
                    if (one.state().after().containsKey(name) && tree.isTogether(one, other)) {
                        findings.add(
                                ProcessRule.DUPLICATE_TIMER,
                                DefinedTransition.listPath(other, DefinedTransition.Cause.TIMER, name),
                                "timer \"" + name + "\" may run beside the one of that name at " + one.path(),
                                "give each a name of its own");
                    }
                }
            }
        }
    }
}
