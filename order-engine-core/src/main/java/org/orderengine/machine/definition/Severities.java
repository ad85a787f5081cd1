package org.orderengine.machine.definition;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each finding matters to the caller. Immutable.
 *
 * <p>Findings about a definition's structure, from {@link Rule#NO_STATES} to {@link Rule#CONFLICTING_TARGETS}, are errors always, since
 * such a definition has no meaning to run.
 */
public final class Severities {

    private static final Severities STANDARD = new Severities(Map.of());

    private final Map<Rule, Severity> chosen;

    private Severities(Map<Rule, Severity> chosen) {
        this.chosen = Map.copyOf(chosen);
    }

    /** The severities that stand at each {@link Rule}. */
    public static Severities standard() {
        return STANDARD;
    }

    /** Warnings for all that can run, as SCXML interpreters treat it. */
    public static Severities lenient() {
        return all(Severity.WARNING);
    }

    /** Errors for everything. */
    public static Severities strict() {
        return all(Severity.ERROR);
    }

    /** These severities with another one for a rule. */
    public Severities with(Rule rule, Severity severity) {
        if (rule.isStructural() && severity != Severity.ERROR) {
            throw new IllegalArgumentException(
                    "Rule " + rule.code() + " is about structure and stays an error; correct the definition");
        }
        Map<Rule, Severity> changed = new EnumMap<>(Rule.class);
        changed.putAll(chosen);
        changed.put(rule, severity);
        return new Severities(changed);
    }

    /** How much a finding of the rule matters, in a machine with or without final states. */
    public Severity of(Rule rule, boolean hasFinalStates) {
        Severity unchosen = rule == Rule.DEAD_END && !hasFinalStates ? Severity.WARNING : rule.severity();
        return chosen.getOrDefault(rule, unchosen);
    }

    private static Severities all(Severity severity) {
        Map<Rule, Severity> all = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            if (!rule.isStructural()) {
                all.put(rule, severity);
            }
        }
        return new Severities(all);
    }
}
