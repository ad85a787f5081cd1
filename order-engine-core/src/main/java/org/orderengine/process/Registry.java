package org.orderengine.process;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.spi.rule.Guard;
import org.orderengine.spi.rule.InstantRule;

/**
 * The names that process definitions can use: the built-in ones, and those that the host registered. Immutable.
 *
 * @param guards guards by name
 * @param effects the effects that states can run or owe
 * @param rules rules for timers by name
 */
public record Registry(Map<String, Guard> guards, Set<String> effects, Map<String, InstantRule> rules) {

    public Registry {
        guards = Map.copyOf(guards);
        effects = Set.copyOf(effects);
        rules = Map.copyOf(rules);
    }

    /** The built-in names alone, with {@link DepositPolicy#DEFAULT}. */
    public static Registry builtIn() {
        return builtIn(DepositPolicy.DEFAULT);
    }

    /** The built-in names alone; those that speak of deposits answer by a policy. */
    public static Registry builtIn(DepositPolicy deposits) {
        return new Registry(
                GuardNames.all(deposits), new LinkedHashSet<>(EffectKind.nameable()), RuleNames.all(deposits));
    }

    /** These names and the host's. A host's name hides a built-in one. */
    public Registry with(Map<String, Guard> hostGuards, Set<String> hostEffects, Map<String, InstantRule> hostRules) {
        Map<String, Guard> allGuards = new LinkedHashMap<>(guards);
        allGuards.putAll(hostGuards);
        Set<String> allEffects = new LinkedHashSet<>(effects);
        allEffects.addAll(hostEffects);
        Map<String, InstantRule> allRules = new LinkedHashMap<>(rules);
        allRules.putAll(hostRules);
        return new Registry(allGuards, allEffects, allRules);
    }
}
