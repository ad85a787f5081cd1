package org.orderengine.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment of an order and its books: captured ≤ authorized − voided, refunded ≤ captured (P1).
 *
 * <p>More than seven components: there is one amount for each thing that becomes of money, and P1 compares them.
 *
 * @param id the payment's id within its order
 * @param method how the buyer pays: {@code card}, {@code bank}, {@code gift-card}, …
 * @param state the state of the payment's own machine
 * @param requested what the buyer set out to pay with it
 * @param authorized what the provider promised
 * @param captured what was taken
 * @param voided what was promised and let go without being taken
 * @param refunded what was given back
 * @param reference the provider's own name of the payment, once known
 * @param chargebacks what the provider took back on the buyer's word
 */
public record Payment(
        String id,
        String method,
        String state,
        Money requested,
        Money authorized,
        Money captured,
        Money voided,
        Money refunded,
        @Nullable String reference,
        List<Chargeback> chargebacks)
        implements Child {

    public Payment {
        chargebacks = List.copyOf(chargebacks);
        Checks.requireText(id, "payment");
        Checks.requireText(method, "method of payment", id);
        if (!requested.isPositive()) {
            throw Checks.refused("payment " + id + " asks for " + requested);
        }
        Checks.requireNotNegative(authorized, "authorized by payment", id);
        Checks.requireNotNegative(captured, "captured by payment", id);
        Checks.requireNotNegative(voided, "voided of payment", id);
        Checks.requireNotNegative(refunded, "refunded of payment", id);
        if (captured.compareTo(authorized.minus(voided)) > 0) {
            throw Checks.refused(
                    "payment " + id + " captured " + captured + " of " + authorized.minus(voided) + " authorized");
        }
        if (refunded.compareTo(captured) > 0) {
            throw Checks.refused("payment " + id + " refunded " + refunded + " of " + captured + " captured");
        }
        Money chargedBack = sum(chargebacks, captured);
        if (chargedBack.compareTo(captured) > 0) {
            throw Checks.refused("payment " + id + " lost " + chargedBack + " of " + captured + " captured");
        }
    }

    /** A payment that was only asked for. */
    public static Payment requested(String id, String method, String state, Money amount) {
        Money none = Money.zero(amount.currency());
        return new Payment(id, method, state, amount, none, none, none, none, null, List.of());
    }

    /** What is promised and neither taken nor let go. */
    public Money capturable() {
        return authorized.minus(voided).minus(captured);
    }

    /** Whether nothing of it is promised, and nothing was taken. */
    public boolean isEmpty() {
        return captured.isZero() && capturable().isZero();
    }

    /** What the provider took back on the buyer's word. */
    public Money chargedBack() {
        return sum(chargebacks, captured);
    }

    /** What was taken and neither given back nor taken back by the provider; never less than nothing. */
    public Money kept() {
        return captured.minus(refunded).minus(chargedBack()).max(Money.zero(captured.currency()));
    }

    private static Money sum(List<Chargeback> chargebacks, Money captured) {
        Money sum = Money.zero(captured.currency());
        for (Chargeback chargeback : chargebacks) {
            sum = sum.plus(chargeback.amount());
        }
        return sum;
    }

    /** This payment in another state of its machine. */
    public Payment in(String newState) {
        return new Payment(
                id, method, newState, requested, authorized, captured, voided, refunded, reference, chargebacks);
    }

    /** After the provider promised {@code amount} more under {@code providerReference}. */
    public Payment authorize(Money amount, @Nullable String providerReference) {
        return new Payment(
                id,
                method,
                state,
                requested,
                authorized.plus(amount),
                captured,
                voided,
                refunded,
                providerReference == null ? reference : providerReference,
                chargebacks);
    }

    /** After {@code amount} more was taken. */
    public Payment capture(Money amount) {
        return new Payment(
                id,
                method,
                state,
                requested,
                authorized,
                captured.plus(amount),
                voided,
                refunded,
                reference,
                chargebacks);
    }

    /** After {@code amount} of the promise was let go. */
    public Payment letGo(Money amount) {
        return new Payment(
                id,
                method,
                state,
                requested,
                authorized,
                captured,
                voided.plus(amount),
                refunded,
                reference,
                chargebacks);
    }

    /** After {@code amount} was given back. */
    public Payment refund(Money amount) {
        return new Payment(
                id,
                method,
                state,
                requested,
                authorized,
                captured,
                voided,
                refunded.plus(amount),
                reference,
                chargebacks);
    }

    /** After its provider took some of it back. */
    public Payment chargeBack(Chargeback chargeback) {
        List<Chargeback> more = new ArrayList<>(chargebacks);
        more.add(chargeback);
        return new Payment(id, method, state, requested, authorized, captured, voided, refunded, reference, more);
    }
}
