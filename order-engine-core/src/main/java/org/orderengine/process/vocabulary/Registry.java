package org.orderengine.process.vocabulary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChildKind;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.spi.rule.Guard;
import org.orderengine.spi.rule.InstantRule;

/**
 * The names that process definitions can use: the built-in ones, and those that the host registered.
 *
 * <p>Verification looks every name of a definition up in it, and suggests near ones for a name that is not there. A compiled process
 * takes its guards and rules from it.
 *
 * <pre>{@code
 * Registry names = BuiltIns.names().with(Map.of("is-gift", isGift), Set.of("invoice.issue"), Map.of());
 * }</pre>
 *
 * <p>Immutable, and safe for any number of threads.
 *
 * @param guards guards by name
 * @param effects the effects that states can run or owe
 * @param rules rules for timers by name
 * @param actions the built-in actions; any other name is an action of the host's own
 * @param isOpen whether every other name of a guard, effect or rule is taken for one of the host's own too
 */
public record Registry(
        Map<String, Guard> guards,
        Set<String> effects,
        Map<String, InstantRule> rules,
        List<ActionDescription> actions,
        boolean isOpen) {

    public Registry {
        guards = Map.copyOf(guards);
        effects = Set.copyOf(effects);
        rules = Map.copyOf(rules);
        actions = List.copyOf(actions);
    }

    /**
     * The built-in names alone; those that speak of deposits answer by a policy.
     *
     * @param actions the built-in actions
     */
    public static Registry builtIn(DepositPolicy deposits, List<ActionDescription> actions) {
        return new Registry(
                OrderGuards.all(deposits),
                new LinkedHashSet<>(EffectKind.nameable()),
                TimerRules.all(deposits),
                actions,
                false);
    }

    /** The built-in action of that name; null if there is none. */
    public @Nullable ActionDescription action(String name) {
        for (ActionDescription action : actions) {
            if (action.name().equals(name)) {
                return action;
            }
        }
        return null;
    }

    /** The names of the built-in actions that the machine of one of a kind can name. */
    public List<String> actionsAbout(ChildKind kind) {
        return actions.stream()
                .filter(action -> action.about() == kind)
                .map(ActionDescription::name)
                .toList();
    }

    /** These names and the host's. A host's name hides a built-in one. */
    public Registry with(Map<String, Guard> hostGuards, Set<String> hostEffects, Map<String, InstantRule> hostRules) {
        Map<String, Guard> allGuards = new LinkedHashMap<>(guards);
        allGuards.putAll(hostGuards);
        Set<String> allEffects = new LinkedHashSet<>(effects);
        allEffects.addAll(hostEffects);
        Map<String, InstantRule> allRules = new LinkedHashMap<>(rules);
        allRules.putAll(hostRules);
        return new Registry(allGuards, allEffects, allRules, actions, isOpen);
    }

    /** These names, with every other one taken for the host's own: for verification where the host is not there to be asked. */
    public Registry assumingOthers() {
        return new Registry(guards, effects, rules, actions, true);
    }
}
