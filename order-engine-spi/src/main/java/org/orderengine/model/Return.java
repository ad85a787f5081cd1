package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return of an order: what the buyer gives back and what he gets for it.
 *
 * @param id the return's id within its order
 * @param kind what the buyer wants
 * @param state the state of the return's own machine
 * @param lines the units
 * @param replacement for an exchange: what the buyer gets instead
 * @param refund what the order costs less because of it, so far
 * @param reason why, in the buyer's words
 */
public record Return(
        String id,
        Kind kind,
        String state,
        List<ReturnLine> lines,
        List<Replacement> replacement,
        Money refund,
        @Nullable String reason) {

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
        if (lines.isEmpty()) {
            throw Checks.refused("return " + id + " is empty");
        }
        Checks.requireNotNegative(refund, "refund of return", id);
    }

    /** Units that no inspection has seen yet. */
    public long pending() {
        long pending = 0;
        for (ReturnLine line : lines) {
            pending += line.pending();
        }
        return pending;
    }

    /** This return in another state of its machine. */
    public Return in(String newState) {
        return new Return(id, kind, newState, lines, replacement, refund, reason);
    }
}
