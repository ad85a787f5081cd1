package org.orderengine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;

/**
 * A policy on refunds: which payments give money back, in which form, and what fee is kept.
 *
 * <pre>{@code
 * RefundPolicy withFee = new RefundPolicy() {
 *     public List<Part> spread(Refund refund) {
 *         return EARLIEST_FIRST.spread(refund);
 *     }
 *
 *     public Money fee(Reversal reversal) {
 *         return reversal.order().books().money(500).min(reversal.less());    // at most 5.00
 *     }
 * };
 * }</pre>
 *
 * <p>It must be pure: a quote of a refund asks it as the refund does, so both come to the same (A8). Default: {@link
 * #EARLIEST_FIRST}. Called by many threads at a time.
 */
@FunctionalInterface
public interface RefundPolicy {

    /** The earliest payment gives back first, each as it was paid; no fee is kept. */
    RefundPolicy EARLIEST_FIRST = refund -> spread(refund, Target.TENDER);

    /** The earliest payment gives back first, as store credit; no fee is kept. */
    RefundPolicy STORE_CREDIT = refund -> spread(refund, Target.STORE_CREDIT);

    /** Gift cards give back first, the earliest among equals first, each as it was paid; no fee is kept. */
    RefundPolicy GIFT_CARDS_FIRST =
            refund -> spread(refund.sorted(room -> !room.payment().isGiftCard()), Target.TENDER);

    /** Gift cards give back last, the earliest among equals first, each as it was paid; no fee is kept. */
    RefundPolicy GIFT_CARDS_LAST =
            refund -> spread(refund.sorted(room -> room.payment().isGiftCard()), Target.TENDER);

    /**
     * Spreads money that is owed back over payments. An amount that the answer leaves over, or that exceeds a payment's room, goes
     * back earliest first as it was paid: money that is owed never stays.
     */
    List<Part> spread(Refund refund);

    /**
     * The fee that is kept of a reversal's refund; nothing unless it is overridden. No more than is owed back is kept, and nothing is
     * ever asked of the buyer.
     */
    default Money fee(Reversal reversal) {
        return reversal.less().minus(reversal.less());
    }

    /** The form in which money goes back. */
    enum Target {
        /** As it was paid: to the card, the account, the gift card. */
        TENDER,
        /** As credit with the shop: the gateway is asked under the method {@code store-credit}. */
        STORE_CREDIT
    }

    /**
     * Money that is owed back.
     *
     * @param order the order as it then stands
     * @param amount how much
     * @param rooms the payments that can give some back, earliest first
     */
    record Refund(Order order, Money amount, List<Room> rooms) {
        public Refund {
            rooms = List.copyOf(rooms);
        }

        /** The same with those rooms last that have something, the earliest first on either side. */
        private Refund sorted(Function<Room, Boolean> isLast) {
            List<Room> sorted = new ArrayList<>(rooms);
            sorted.sort(Comparator.comparing(isLast));
            return new Refund(order, amount, sorted);
        }
    }

    /**
     * What a payment can still give back.
     *
     * @param payment the payment
     * @param amount the amount captured and neither refunded nor about to be, more than zero
     */
    record Room(Payment payment, Money amount) {}

    /**
     * What one payment gives back.
     *
     * @param payment the payment's id
     * @param amount how much
     * @param target in which form
     */
    record Part(String payment, Money amount, Target target) {}

    /** Why an order costs less. */
    enum Cause {
        /** Units were cancelled, by an action or by a timer. */
        CANCEL,
        /** Units came back. */
        RETURN
    }

    /**
     * An order that costs less than before.
     *
     * @param order the order as it then stands
     * @param cause why
     * @param less how much less it costs
     */
    record Reversal(Order order, Cause cause, Money less) {}

    private static List<Part> spread(Refund refund, Target target) {
        List<Part> parts = new ArrayList<>();
        Money left = refund.amount();
        for (Room room : refund.rooms()) {
            Money part = left.min(room.amount());
            if (part.isPositive()) {
                parts.add(new Part(room.payment().id(), part, target));
                left = left.minus(part);
            }
        }
        return parts;
    }
}
