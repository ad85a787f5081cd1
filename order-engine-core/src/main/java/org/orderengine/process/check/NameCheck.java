package org.orderengine.process.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Rule;
import org.orderengine.model.ChildKind;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.ProcessState;
import org.orderengine.process.chart.DefinedTransition;
import org.orderengine.process.chart.StateTree;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.text.Suggestion;

/** Checks that names are names, and that those which speak of something else speak of something that is there. */
final class NameCheck {

    private static final int MAX_NAME = 100;
    private static final int MAX_SUGGESTIONS = 20;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");
    private static final Pattern KEBAB_CASE =
            Pattern.compile("[\\p{L}\\p{N}&&[^\\p{Lu}]]+(-[\\p{L}\\p{N}&&[^\\p{Lu}]]+)*");

    private final StateTree tree;
    private final Registry registry;
    private final @Nullable ChildKind child;
    private final ProcessFindings findings;
    private int suggestions;
    private boolean sound = true;

    NameCheck(StateTree tree, Registry registry, @Nullable ChildKind child, ProcessFindings findings) {
        this.tree = tree;
        this.registry = registry;
        this.child = child;
        this.findings = findings;
    }

    /** Checks all names; says whether every state that is named is there, under a name of its own. */
    boolean run() {
        checkProcess();
        checkTarget(
                tree.definition().initial(),
                "initial",
                !tree.definition().initial().isEmpty());
        Set<String> seen = new HashSet<>();
        for (StateTree.Located located : tree.all()) {
            checkName("state", located.name(), located.path());
            if (!seen.add(located.name())) {
                structure(
                        Rule.DUPLICATE_STATE,
                        located.path(),
                        "there is a state \"" + located.name() + "\" already, at " + tree.of(located.name()),
                        "give each state a name of its own, also across levels");
            }
            checkState(located);
        }
        return sound;
    }

    private void checkProcess() {
        String name = tree.definition().name();
        if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            bad(
                    "process",
                    name,
                    "process",
                    "use at most " + MAX_NAME + " characters, none of them a control character");
        }
    }

    private void checkState(StateTree.Located located) {
        ProcessState state = located.state();
        checkTarget(state.initial(), located.path() + ".initial", state.initial() != null);
        checkEffects(state.run(), located.path() + ".run");
        checkEffects(state.entry(), located.path() + ".entry");
        checkEffects(state.exit(), located.path() + ".exit");
        for (String action : state.on().keySet()) {
            checkAction(action, located.path() + ".on." + action);
        }
        state.after().forEach((name, timer) -> {
            String path = located.path() + ".after." + name;
            checkName("timer", name, path);
            String rule = timer.at();
            if (rule != null && !registry.rules().containsKey(rule)) {
                unknown(ProcessRule.UNKNOWN_RULE, "rule", rule, registry.rules().keySet(), path + ".at");
            }
        });
        for (DefinedTransition way : DefinedTransition.of(located)) {
            String to = way.transition().to();
            checkTarget(to, way.path() + ".to", to != null);
            List<String> guards = way.transition().when();
            for (int i = 0; i < guards.size(); i++) {
                if (!registry.guards().containsKey(guards.get(i))) {
                    unknown(
                            ProcessRule.UNKNOWN_GUARD,
                            "guard",
                            guards.get(i),
                            registry.guards().keySet(),
                            way.path() + ".when[" + i + "]");
                }
            }
        }
    }

    private void checkEffects(List<String> effects, String path) {
        for (int i = 0; i < effects.size(); i++) {
            if (!registry.effects().contains(effects.get(i))) {
                unknown(ProcessRule.UNKNOWN_EFFECT, "effect", effects.get(i), registry.effects(), path + "[" + i + "]");
            }
        }
    }

    private void checkAction(String action, String path) {
        if (action.equals("*")) {
            return;
        }
        checkName("action", action, path);
        boolean isHappening = child != null && ChildEvents.happenings(child).contains(action);
        if (registry.action(action) == null && !isHappening) {
            String meant = didYouMean(
                    action,
                    registry.actions().stream().map(ActionDescription::name).toList());
            if (!meant.isEmpty()) {
                findings.add(
                        ProcessRule.NEARLY_BUILT_IN,
                        path,
                        "action \"" + action + "\" is one of the host's own" + meant,
                        "correct it, or choose a name that nobody mistakes for a built-in one");
            }
        }
    }

    static boolean isName(String name) {
        return name.length() <= MAX_NAME && NAME.matcher(name).matches();
    }

    private void checkName(String what, String name, String path) {
        if (!isName(name)) {
            bad(what, name, path, "use letters, digits and hyphens, at most " + MAX_NAME);
        } else if (!KEBAB_CASE.matcher(name).matches()) {
            findings.add(
                    ProcessRule.NAME_STYLE,
                    path,
                    "the name of " + what + " \"" + name + "\" is not in kebab-case",
                    "write it in lower case, words joined by single hyphens");
        }
    }

    private void bad(String what, String name, String path, String remedy) {
        sound = false;
        findings.add(
                ProcessRule.BAD_NAME,
                path,
                "\"" + ProcessFindings.cut(name) + "\" (" + name.length() + " characters) is no name for a " + what,
                remedy);
    }

    private void checkTarget(@Nullable String name, String path, boolean isNamed) {
        if (isNamed && name != null && tree.of(name) == null) {
            List<String> names = tree.names();
            structure(
                    Rule.UNKNOWN_TARGET,
                    path,
                    "there is no state \"" + ProcessFindings.cut(name) + "\"" + didYouMean(name, names),
                    "define it, or name another one");
        }
    }

    private void unknown(ProcessRule rule, String what, String name, Set<String> known, String path) {
        if (registry.isOpen()) {
            assumed(what, name, known, path);
            return;
        }
        findings.add(
                rule,
                path,
                "there is no " + what + " \"" + ProcessFindings.cut(name) + "\"" + didYouMean(name, known),
                known.isEmpty()
                        ? "register it with the engine"
                        : "use one of " + known.stream().sorted().toList() + ", or register it with the engine");
    }

    /** A name that may be the host's own is found only where it is nearly a known one. */
    private void assumed(String what, String name, Set<String> known, String path) {
        String meant = didYouMean(name, known);
        if (!meant.isEmpty()) {
            findings.add(
                    ProcessRule.NEARLY_BUILT_IN,
                    path,
                    what + " \"" + ProcessFindings.cut(name) + "\" is taken for one of the host's own" + meant,
                    "correct it, or choose a name that nobody mistakes for a built-in one");
        }
    }

    private void structure(Rule rule, String path, String message, String remedy) {
        sound = false;
        findings.add(new Finding(rule.code(), rule.severity(), path, message, remedy));
    }

    private String didYouMean(String name, Collection<String> known) {
        return name.length() <= MAX_NAME && suggestions++ < MAX_SUGGESTIONS ? Suggestion.didYouMean(name, known) : "";
    }
}
