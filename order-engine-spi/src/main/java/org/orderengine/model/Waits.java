package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The waits of an order: what keeps it waiting besides the next action.
 *
 * @param stuck why its due work cannot be done; null where it can
 * @param lapse what a timer took off the unpaid order; null where nothing is kept
 * @param change the change that waits for stock or a coupon; null when none does
 * @param proposal the change that waits to be confirmed; null when none does
 * @param erasure who wants its personal data erased once it has ended; null when nobody does
 */
public record Waits(
        @Nullable Stuck stuck,
        @Nullable Lapse lapse,
        @Nullable PendingChange change,
        @Nullable ProposedChange proposal,
        @Nullable By erasure) {

    /** An order that waits for nothing but the next action. */
    public static final Waits NONE = new Waits(null, null, null, null);

    /** The waits of an order whose personal data nobody wants erased. */
    public Waits(
            @Nullable Stuck stuck,
            @Nullable Lapse lapse,
            @Nullable PendingChange change,
            @Nullable ProposedChange proposal) {
        this(stuck, lapse, change, proposal, null);
    }

    /** These waits with another reason why due work cannot be done, or none. */
    public Waits withStuck(@Nullable Stuck newStuck) {
        return new Waits(newStuck, lapse, change, proposal, erasure);
    }

    /** These waits with another lapse, or none. */
    public Waits withLapse(@Nullable Lapse newLapse) {
        return new Waits(stuck, newLapse, change, proposal, erasure);
    }

    /** These waits with another change that waits for stock, or none. */
    public Waits withChange(@Nullable PendingChange newChange) {
        return new Waits(stuck, lapse, newChange, proposal, erasure);
    }

    /** These waits with another change that waits to be confirmed, or none. */
    public Waits withProposal(@Nullable ProposedChange newProposal) {
        return new Waits(stuck, lapse, change, newProposal, erasure);
    }

    /** These waits when somebody wants personal data erased, or nobody does any more. */
    public Waits withErasure(@Nullable By newErasure) {
        return new Waits(stuck, lapse, change, proposal, newErasure);
    }
}
