package org.orderengine.process.finding;

import java.util.Locale;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.Severity;

/**
 * What reading and verification look for in a process definition, beyond what holds for any machine ({@link Rule}). Each is
 * explained, with an example, in {@code docs/verification.md}.
 */
public enum ProcessRule {
    // What keeps a text from being understood.

    /** A text that is not JSON. */
    NOT_JSON(Severity.ERROR),
    /** A table that is not CSV. */
    NOT_CSV(Severity.ERROR),
    /** More text, states, transitions, findings, or deeper nesting, than a definition may have. */
    LIMIT_EXCEEDED(Severity.ERROR),
    /** A name that one object gives twice. */
    DUPLICATE_KEY(Severity.ERROR),
    /** A name that means nothing where it stands. */
    UNKNOWN_KEY(Severity.ERROR),
    /** Something that has to be there and is not. */
    MISSING_KEY(Severity.ERROR),
    /** A value of another form than it must have. */
    WRONG_VALUE(Severity.ERROR),
    /** Two keys of which one object may have only one. */
    CONFLICTING_KEYS(Severity.ERROR),
    /** A timer that does not say when it is due. */
    TIMER_WITHOUT_DUE(Severity.ERROR),

    // Definitions that extend others.

    /** A definition that is extended and is not there, or cannot be understood. */
    UNKNOWN_BASE(Severity.ERROR),
    /** A definition that extends itself, if only by way of others. */
    CIRCULAR_EXTENDS(Severity.ERROR),
    /** Something taken away that the extended definition does not have. */
    NOTHING_TO_REMOVE(Severity.ERROR),
    /** A state of the extended definition, written inside another state than it lies in. */
    MISPLACED_STATE(Severity.ERROR),

    // Names.

    /** A name of a state, action or timer that is blank, too long, or has characters that mean something else. */
    BAD_NAME(Severity.ERROR),
    /** A name that is not in kebab-case. */
    NAME_STYLE(Severity.WARNING),
    /** A guard that nobody registered. */
    UNKNOWN_GUARD(Severity.ERROR),
    /** An effect that nobody registered. */
    UNKNOWN_EFFECT(Severity.ERROR),
    /** A rule that nobody registered. */
    UNKNOWN_RULE(Severity.ERROR),
    /** A name that is nearly called like a built-in one. */
    NEARLY_BUILT_IN(Severity.WARNING),

    // The parts of a state.

    /** An empty list of transitions. */
    NO_TRANSITION(Severity.ERROR),
    /** A history that runs effects or has them on entering or leaving. */
    HISTORY_WITH_PARTS(Severity.ERROR),
    /** A busy state that does not say where it leads when its effects are done. */
    BUSY_WITHOUT_DONE(Severity.ERROR),
    /** A busy state whose effects a service may decline, and which does not say where it leads then. */
    BUSY_WITHOUT_DECLINED(Severity.WARNING),
    /** A busy state whose answers are all guarded, so that it may be left with nothing to do. */
    ANSWER_WITHOUT_FALLBACK(Severity.WARNING),
    /** A busy state that has states inside, or is a final one. */
    BUSY_WITH_STATES(Severity.ERROR),
    /** A busy state that eventless transitions leave before its effects are done. */
    BUSY_WITH_ALWAYS(Severity.ERROR),
    /** An eventless transition around a busy state, which may leave it before its effects are done. */
    ALWAYS_AROUND_BUSY(Severity.WARNING),
    /** An action or a timer that leads out of a busy state: it never does, since a busy state is left when it has its answers. */
    WAY_OUT_OF_BUSY(Severity.WARNING),
    /** What to do when effects are declined or fail, in a state that runs none. */
    ANSWER_WITHOUT_RUN(Severity.ERROR),
    /** Actions deferred by a state that is not busy. */
    DEFER_WITHOUT_RUN(Severity.ERROR),
    /** A deferred action that no state takes. */
    DEFER_NEVER_TAKEN(Severity.WARNING),
    /** A part that the machine of a payment, shipment or return cannot have. */
    CHILD_PART(Severity.ERROR),
    /** An action that the machine of a payment, shipment or return cannot take, or that those of two kinds take. */
    CHILD_ACTION(Severity.ERROR),
    /** An action deferred twice, or one that is never kept. */
    DEFER_NEEDLESS(Severity.WARNING),
    /** Two timers of one name that may run together. */
    DUPLICATE_TIMER(Severity.ERROR),

    // Definitions side by side.

    /** A version of a process that is given with other content than the one given before. */
    VERSION_REUSED(Severity.ERROR),

    // What follows from them all.

    /** A process without an end. */
    NO_END(Severity.WARNING),
    /** A state that waits, with neither action nor timer to wait for. */
    WAITS_FOR_NOTHING(Severity.ERROR),
    /** A state in which an order may hold money or stock that it has no way to give back from. */
    NO_WAY_TO_REVERSE(Severity.WARNING),
    /** An end that an order may come to while stock is held for it. */
    ENDS_HOLDING_STOCK(Severity.WARNING);

    private final String code;
    private final Severity severity;

    ProcessRule(Severity severity) {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.severity = severity;
    }

    /** The code of its findings, in kebab-case, such as {@code unknown-guard}. */
    public String code() {
        return code;
    }

    /** How much a finding of it matters. */
    public Severity severity() {
        return severity;
    }
}
