package org.orderengine.machine.definition;

import java.util.Locale;

/** What verification looks for in a machine. */
public enum Rule {
    /** A definition without a state. */
    NO_STATES(Severity.ERROR),
    /** Two states of one name. */
    DUPLICATE_STATE(Severity.ERROR),
    /** A target, initial or history default that is no state. */
    UNKNOWN_TARGET(Severity.ERROR),
    /** A guard or trigger that speaks of a state that does not exist. */
    UNKNOWN_STATE(Severity.ERROR),
    /** A transition listed in a state that is not its source. */
    WRONG_SOURCE(Severity.ERROR),
    /** Parts that a state of that kind cannot have, or must have and lacks. */
    BAD_STRUCTURE(Severity.ERROR),
    /** Initial states that do not lie inside the state that starts in them. */
    BAD_INITIAL(Severity.ERROR),
    /** A history without a default, or with one that it could not record. */
    BAD_HISTORY(Severity.ERROR),
    /** Several targets that cannot be active together. */
    CONFLICTING_TARGETS(Severity.ERROR),
    /** A transition that is never taken, since one before it always is. */
    SHADOWED_TRANSITION(Severity.ERROR),
    /** A trigger on the end of a state that has none. */
    NEVER_DONE(Severity.ERROR),
    /** Eventless transitions that follow each other for ever, whatever guards answer. */
    ENDLESS_LOOP(Severity.ERROR),
    /** A state that is not final and has no way out. A warning in machines without final states. */
    DEAD_END(Severity.ERROR),
    /** A state from which no final state can be reached, in a machine that has final states. */
    NO_WAY_TO_FINAL(Severity.ERROR),
    /** A state that is never entered. */
    UNREACHABLE_STATE(Severity.WARNING),
    /** Two guarded transitions for one event, not written as one ordered list. */
    ORDER_NOT_STATED(Severity.WARNING);

    private final String code;
    private final Severity severity;

    Rule(Severity severity) {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.severity = severity;
    }

    /** The code of its findings, in kebab case, such as {@code dead-end}. */
    public String code() {
        return code;
    }

    /** How much a finding of it matters unless the caller says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** Whether a machine that breaks it cannot be compiled at all, so that its findings are always errors. */
    boolean isStructural() {
        return compareTo(CONFLICTING_TARGETS) <= 0;
    }
}
