package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return of an order: the goods that the buyer gives back, and what the buyer gets for them.
 *
 * <p>The usual life of a return:
 *
 * <ol>
 *   <li>requested: the buyer asks;
 *   <li>approved or declined: the shop answers, or the buyer withdraws the request;
 *   <li>sent back, where the buyer says so;
 *   <li>received: each unit was inspected, and accepted or written off.
 * </ol>
 *
 * <p>The states of a return are those of its own machine, so a host may have others.
 *
 * <pre>{@code
 * Return asked = order.books().returnOf("r1");
 * asked.pending();    // units that were not inspected yet
 * asked.refund();     // how much less the order costs because of it, so far
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * <p>The record has more than seven components: each is one fact of a return, known at a time of its own.
 *
 * @param id the return's id within its order
 * @param kind what the buyer wants
 * @param state the state of the return's own machine
 * @param lines the units, per line
 * @param replacement for an exchange: what the buyer gets instead
 * @param refund how much less the order costs because of it, so far
 * @param reason why, in the buyer's words; null where no reason was given
 * @param ended whether the return's own machine has ended. Units that were not inspected by then are no longer asked for
 * @param replacedBy for an exchange: the lines that were added for the replacement; empty until they were
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
     * What the buyer gets instead of the goods that go back.
     *
     * @param sku the product
     * @param quantity units, or steps of the measure, more than zero
     * @param price what a unit costs by agreement; null for what the returned one cost where it is the same product, otherwise for the
     *     catalog's price
     * @param measure what it is measured in; null where it is counted
     */
    public record Replacement(String sku, long quantity, @Nullable Money price, @Nullable Measure measure) {
        public Replacement {
            Checks.requireText(sku, "sku");
            Checks.requirePositive(quantity, "quantity of", sku);
            if (price != null) {
                Checks.requireNotNegative(price, "price of", sku);
            }
        }

        /** A replacement that is counted. */
        public Replacement(String sku, long quantity, @Nullable Money price) {
            this(sku, quantity, price, null);
        }

        /** A replacement at the price that follows from the order and the catalog. */
        public Replacement(String sku, long quantity) {
            this(sku, quantity, null);
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

    /** The units that were not inspected yet. */
    public long pending() {
        long pending = 0;
        for (ReturnLine line : lines) {
            pending += line.pending();
        }
        return pending;
    }

    /** The units of a line that it claims: all that it asks for; once it has ended, only those that were inspected. */
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

    /** Without the reason, which a buyer wrote. */
    @Override
    public String toString() {
        return "Return[id=" + id + ", kind=" + kind + ", state=" + state + ", lines=" + lines + ", replacement="
                + replacement + ", refund=" + refund + ", ended=" + ended + ", replacedBy=" + replacedBy + "]";
    }
}
