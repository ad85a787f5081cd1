package org.orderengine.process.check;

import org.orderengine.model.ChildKind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.GuardNames;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.ProcessTransition;
import org.orderengine.process.chart.StateTree;
import org.orderengine.process.chart.StateTree.Located;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.text.Suggestion;

/**
 * A definition as it may be once its mistakes are corrected, so that what is found in its flow does not only follow from them.
 *
 * <p>Names that are nearly known count as those. Parts that a state cannot have are left out. A state in which something is not known,
 * such as where a transition leads, may lead anywhere, and to where everything is given back. What is made up for this has {@link #MARK} in
 * its name, and findings about it are nobody's.
 */
final class Repair {

    /** In every name that is made up; no name of an author has it. */
    static final String MARK = "~";

    private static final String END = MARK + "end";
    private static final String REVERSING = MARK + "reversing";
    private static final String ANYTHING = MARK + "anything";
    private static final int MAX_TRANSITIONS = 20_000;

    private final StateTree tree;
    private final Registry registry;
    private final @Nullable ChildKind child;
    private final Set<String> goodNames = new HashSet<>();
    private final Set<Located> damaged = new HashSet<>();
    private final Map<Located, String> names = new HashMap<>();
    private final List<String> anywhere = new ArrayList<>();

    /**
     * A repair of a definition.
     *
     * @param child what the definition is of; null for a process
     * @param damage the states whose text cannot be understood as it stands, by path
     * @param structure what is wrong with the structure of states
     */
    Repair(
            StateTree tree,
            Registry registry,
            @Nullable ChildKind child,
            Set<String> damage,
            List<Finding> structure) {
        this.tree = tree;
        this.registry = registry;
        this.child = child;
        for (Located located : tree.all()) {
            boolean isNamedAlready = tree.of(located.name()) != located;
            boolean isName = NameCheck.isName(located.name());
            names.put(located, isName && !isNamedAlready ? located.name() : located.name() + MARK + names.size());
            if (!isNamedAlready) {
                goodNames.add(located.name());
            }
            boolean isHurt = structure.stream().anyMatch(finding -> isAt(finding.place(), located.path()));
            if (isNamedAlready || isHurt || damage.contains(located.path())) {
                damaged.add(located);
            }
        }
        for (Located located : tree.all()) {
            if (tree.all().stream().anyMatch(other -> other != located && other.name().equals(located.name()))) {
                goodNames.remove(located.name());
            }
        }
    }

    /** Whether some action or effect is nearly called like one that is known. */
    static boolean isNearly(StateTree tree, Registry registry, @Nullable ChildKind child) {
        Set<String> actions = new HashSet<>();
        Set<String> effects = new HashSet<>();
        for (Located located : tree.all()) {
            ProcessState state = located.state();
            actions.addAll(state.on().keySet());
            List.of(state.run(), state.entry(), state.exit()).forEach(effects::addAll);
        }
        return child == null && actions.stream().anyMatch(name -> !meant(name, actions(registry)).equals(name))
                || effects.stream().anyMatch(name -> !meant(name, registry.effects()).equals(name));
    }

    private static boolean isAt(String place, String path) {
        return place.equals(path)
                || place.startsWith(path + "[")
                || place.startsWith(path + ".") && !place.startsWith(path + ".states.");
    }

    /** The repaired definition; null where following it would take too long. */
    @Nullable
    ProcessDefinition definition() {
        for (Located located : tree.all()) {
            if (located.state().history() == null) {
                anywhere.add(names.getOrDefault(located, located.name()));
            }
        }
        anywhere.add(END);
        anywhere.add(REVERSING);
        Map<String, ProcessState> states = new LinkedHashMap<>();
        for (Located located : tree.all()) {
            boolean isTopHistory = located.parent() == null && located.state().history() != null;
            if (located.parent() == null && !isTopHistory) {
                states.put(names.getOrDefault(located, located.name()), repaired(located));
            }
        }
        if ((long) damaged.size() * anywhere.size() > MAX_TRANSITIONS) {
            return null;
        }
        if (!damaged.isEmpty()) {
            states.put(REVERSING, state(List.of(EffectKind.REVERSE.word()), false, List.of(ProcessTransition.to(END))));
            states.put(END, state(List.of(), true, List.of()));
        }
        ProcessDefinition definition = tree.definition();
        String initial = goodNames.contains(definition.initial()) ? named(definition.initial()) : "";
        return new ProcessDefinition(definition.name(), definition.version(), initial, states);
    }

    private static ProcessState state(List<String> run, boolean isEnd, List<ProcessTransition> done) {
        return new ProcessState(
                null, false, isEnd, null, run, List.of(), List.of(), Map.of(), Map.of(), List.of(), done, done, List.of(),
                List.of(), Map.of());
    }

    private ProcessState repaired(Located located) {
        ProcessState state = located.state();
        if (state.history() != null) {
            return history(located, state);
        }
        Map<String, ProcessState> inner = new LinkedHashMap<>();
        if (!state.end()) {
            for (Located child : tree.all()) {
                if (child.parent() == located) {
                    inner.put(names.getOrDefault(child, child.name()), repaired(child));
                }
            }
        }
        boolean isEntered = inner.values().stream().anyMatch(child -> child.history() == null);
        boolean isParallel = state.parallel() && isEntered;
        Map<String, List<ProcessTransition>> on = new LinkedHashMap<>();
        Map<String, ProcessTimer> after = new LinkedHashMap<>();
        if (!state.end()) {
            state.on().forEach((action, ways) -> on.put(child == null ? meant(action, actions(registry)) : action, ways(located, ways)));
            state.after()
                    .forEach((name, timer) -> after.put(
                            name, new ProcessTimer(timer.in(), timer.at(), ways(located, timer.transitions()))));
        }
        List<ProcessTransition> done = state.end() ? List.of() : ways(located, state.done());
        List<ProcessTransition> always = state.end() ? List.of() : ways(located, state.always());
        String initial = initial(located, state, inner, isParallel);
        List<ProcessTransition> declined = state.end() ? List.of() : ways(located, state.declined());
        List<ProcessTransition> failed = state.end() ? List.of() : ways(located, state.failed());
        if (damaged.contains(located) && !state.end()) {
            if (state.isBusy()) {
                done = new ArrayList<>(done);
                done.addAll(toAnywhere());
            } else {
                Map<String, List<ProcessTransition>> rest = new LinkedHashMap<>(on);
                on.clear();
                on.put(ANYTHING, toAnywhere());
                on.putAll(rest);
            }
        }
        boolean isEnd = state.end()
                && (located.parent() == null || !located.parent().state().parallel());
        return new ProcessState(
                initial,
                isParallel,
                isEnd,
                null,
                effects(state.run()),
                effects(state.entry()),
                effects(state.exit()),
                on,
                after,
                always,
                done,
                declined,
                failed,
                state.defer(),
                isEntered ? inner : Map.of());
    }

    private @Nullable String initial(
            Located located, ProcessState state, Map<String, ProcessState> inner, boolean isParallel) {
        String initial = state.initial();
        if (initial == null || isParallel || inner.isEmpty()) {
            return null;
        }
        Located meant = tree.of(initial);
        if (!goodNames.contains(initial) || meant == null || meant.equals(located) || !meant.isInside(located)) {
            damaged.add(located);
            return null;
        }
        return named(initial);
    }

    private ProcessState history(Located located, ProcessState state) {
        Located parent = located.parent();
        String initial = state.initial();
        Located meant = tree.of(initial);
        boolean isGood = initial != null
                && goodNames.contains(initial)
                && meant != null
                && parent != null
                && !meant.equals(parent)
                && meant.isInside(parent)
                && meant.state().history() == null;
        return new ProcessState(
                isGood ? named(initial) : null, false, false, state.history(), List.of(), List.of(), List.of(), Map.of(),
                Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /** The ways of a state; one that leads nowhere known leads to an end, and its state anywhere. */
    private List<ProcessTransition> ways(Located from, List<ProcessTransition> ways) {
        List<ProcessTransition> repaired = new ArrayList<>();
        for (ProcessTransition way : ways) {
            String to = way.to();
            if (to == null) {
                repaired.add(way);
            } else if (goodNames.contains(to) && isStillThere(to)) {
                repaired.add(new ProcessTransition(way.when(), named(to)));
            } else {
                damaged.add(from);
                repaired.add(new ProcessTransition(way.when(), END));
            }
        }
        return repaired;
    }

    /** Whether a state is not left out: those at the top that are histories, and those in an end, are. */
    private boolean isStillThere(String name) {
        Located located = tree.of(name);
        if (located == null || located.parent() == null && located.state().history() != null) {
            return false;
        }
        return located.outwards().stream()
                .skip(1)
                .noneMatch(around -> around.state().end() || around.state().history() != null);
    }

    private List<ProcessTransition> toAnywhere() {
        return anywhere.stream()
                .map(name -> new ProcessTransition(List.of(GuardNames.NOTHING_LEFT), name))
                .toList();
    }

    private String named(String name) {
        Located located = tree.of(name);
        return located == null ? name : names.getOrDefault(located, name);
    }

    private List<String> effects(List<String> effects) {
        return effects.stream().map(effect -> meant(effect, registry.effects())).toList();
    }

    private static List<String> actions(Registry registry) {
        return registry.actions().stream().map(ActionDescription::name).toList();
    }

    private static String meant(String name, Collection<String> known) {
        String nearest = known.contains(name) ? null : Suggestion.nearest(name, known);
        return nearest == null ? name : nearest;
    }
}
