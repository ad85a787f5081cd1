package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return of an order: what the buyer gives back and what he gets for it.
 *
 * <p>More than seven components: each is one fact of a return, known at a time of its own.
 *
 * @param id the return's id within its order
 * @param kind what the buyer wants
 * @param state the state of the return's own machine
 * @param lines the units
 * @param replacement for an exchange: what the buyer gets instead
 * @param refund what the order costs less because of it, so far
 * @param reason why, in the buyer's words
 * @param ended whether the return's own machine has come to its end: what was not inspected by then is asked for no more
 * @param replacedBy for an exchange: the lines that were added for the replacement, once they were
 */
public record Return(
        String id,
        Kind kind,
        String state,
        List<ReturnLine> lines,
        List<Replacement> replacement,
        Money refund,
        @Nullable String reason,
        boolean ended,
        List<String> replacedBy)
        implements Child {

    /** What the buyer wants. */
    public enum Kind {
        /** The goods go back and the money comes back. */
        RETURN,
        /** The money comes back, the goods stay. */
        REFUND_ONLY,
        /** The goods go back and others come. */
        EXCHANGE
    }

    /**
     * What the buyer gets instead of what he gives back.
     *
     * @param sku the product
     * @param quantity units, more than zero
     */
    public record Replacement(String sku, long quantity) {
        public Replacement {
            Checks.requireText(sku, "sku");
            Checks.requirePositive(quantity, "quantity of", sku);
        }
    }

    public Return {
        Checks.requireText(id, "return");
        lines = List.copyOf(lines);
        replacement = List.copyOf(replacement);
        replacedBy = List.copyOf(replacedBy);
        if (lines.isEmpty()) {
            throw Checks.refused("return " + id + " is empty");
        }
        Checks.requireNotNegative(refund, "refund of return", id);
    }

    /** A return that the buyer asks for. */
    public static Return requested(
            String id,
            Kind kind,
            String state,
            List<ReturnLine> lines,
            List<Replacement> replacement,
            Money nothing,
            @Nullable String reason) {
        return new Return(id, kind, state, lines, replacement, nothing, reason, false, List.of());
    }

    /** Units that no inspection has seen yet. */
    public long pending() {
        long pending = 0;
        for (ReturnLine line : lines) {
            pending += line.pending();
        }
        return pending;
    }

    /** Units of a line that it asks for or has asked for; an ended one does not ask for those that nobody inspected. */
    public long claims(String line) {
        long claimed = 0;
        for (ReturnLine requested : lines) {
            if (requested.line().equals(line)) {
                claimed += ended ? requested.requested() - requested.pending() : requested.requested();
            }
        }
        return claimed;
    }

    /** This return in another state of its machine, which may be its end. */
    public Return in(String newState, boolean isEnd) {
        return new Return(id, kind, newState, lines, replacement, refund, reason, isEnd, replacedBy);
    }

    /** This return after an inspection, and with what the order costs less because of it. */
    public Return inspected(List<ReturnLine> seen, Money less) {
        return new Return(id, kind, state, seen, replacement, refund.plus(less), reason, ended, replacedBy);
    }

    /** This return after these lines were added for its replacement. */
    public Return replacedBy(List<String> added) {
        return new Return(id, kind, state, lines, replacement, refund, reason, ended, added);
    }
}
