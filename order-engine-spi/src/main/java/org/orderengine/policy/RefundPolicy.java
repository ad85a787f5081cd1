package org.orderengine.policy;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;

/**
 * Which payments give money back, as what, and what a reversal costs the buyer. Pure: a quote of a refund asks it as the refund
 * does, so that both come to the same (A8).
 */
@FunctionalInterface
public interface RefundPolicy {

    /** The earliest payment first, each as it was paid; nothing is kept. */
    RefundPolicy EARLIEST_FIRST = refund -> spread(refund, Target.TENDER);

    /** The earliest payment first, as store credit; nothing is kept. */
    RefundPolicy STORE_CREDIT = refund -> spread(refund, Target.STORE_CREDIT);

    /**
     * How money that is owed back is spread over payments. What the answer leaves over, or gives a payment beyond its room,
     * goes back earliest first as it was paid: money that is owed never stays.
     */
    List<Part> spread(Refund refund);

    /**
     * What is kept of a reversal's refund. No more than is owed back for it is kept, and nothing is ever asked for.
     *
     * <p>Nothing, unless a policy says otherwise.
     */
    default Money fee(Reversal reversal) {
        return reversal.less().minus(reversal.less());
    }

    /** As what money goes back. */
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
    }

    /**
     * What a payment can still give back.
     *
     * @param payment the payment
     * @param amount what was taken and neither given back nor about to be, more than nothing
     */
    record Room(Payment payment, Money amount) {}

    /**
     * What one payment gives back.
     *
     * @param payment the payment's id
     * @param amount how much
     * @param target as what
     */
    record Part(String payment, Money amount, Target target) {}

    /** Why an order costs less. */
    enum Cause {
        /** Units were cancelled, by somebody or by a timer. */
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
