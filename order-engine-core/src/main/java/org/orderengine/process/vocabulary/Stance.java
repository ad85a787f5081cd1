package org.orderengine.process.vocabulary;

/** Where an action is taken: whether a transition of the process decides, or the action itself. */
public enum Stance {

    /** Where the process has a transition for it; an order that has ended refuses it. */
    BY_TRANSITION,

    /**
     * Where the process has a transition for it, and after the order's end as long as a payment, shipment or return takes it. A
     * host's own action stands so too.
     */
    WHILE_PART_IS_OPEN,

    /** Where the process has a transition for it, and after the order's end as far as its books have room for it. */
    EVEN_WHERE_ENDED,

    /** In every state that is not final, unless the process names it: then by its transitions. */
    UNLESS_NAMED,

    /** In every state that is not final; it never moves the order. */
    MOVES_NOTHING,

    /** In every state, final ones too: it tells of what happened already. It moves the order where a transition takes it. */
    EVEN_AFTER_END,

    /** In every state, final ones too. It never moves the order, and is not listed among what an order would take. */
    ANYWHERE;

    /** Whether it is refused or kept where no transition takes it. */
    public boolean needsTransition() {
        return this == BY_TRANSITION || this == WHILE_PART_IS_OPEN || this == EVEN_WHERE_ENDED;
    }

    /** Whether it may move the order. */
    public boolean mayMove() {
        return this != MOVES_NOTHING && this != ANYWHERE;
    }

    /** Whether it is taken in final states as in any other. */
    public boolean isInFinalStates() {
        return this == EVEN_AFTER_END || this == ANYWHERE;
    }

    /** Whether an order that has ended may take it. */
    public boolean isAfterEnd() {
        return isInFinalStates() || this == WHILE_PART_IS_OPEN || this == EVEN_WHERE_ENDED;
    }
}
