package org.orderengine.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment of an order, with the amounts that were authorized, captured, voided and refunded.
 *
 * <p>P1 holds for every value: captured ≤ authorized − voided, and refunded ≤ captured. Amounts that break it are an {@link
 * IllegalArgumentException}.
 *
 * <p>The usual life of a payment:
 *
 * <ol>
 *   <li>requested: the buyer sets out to pay;
 *   <li>authorized: the provider promises the amount;
 *   <li>captured: the provider takes it, all at once or in parts;
 *   <li>refunded: the provider gives some or all of it back.
 * </ol>
 *
 * <p>What is authorized and not captured can be voided. What was captured can be charged back by the provider.
 *
 * <pre>{@code
 * Payment payment = order.books().payment("p1");
 * payment.capturable();    // authorized, and neither captured nor voided
 * payment.kept();          // captured, and neither refunded nor charged back
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * <p>The record has more than seven components: there is one amount for each thing that becomes of money, and P1 compares them.
 *
 * @param id the payment's id within its order
 * @param method how the buyer pays: {@code card}, {@code bank}, {@code gift-card}, …
 * @param state the state of the payment's own machine
 * @param requested the amount that the buyer set out to pay
 * @param authorized the amount that the provider promised
 * @param captured the amount that was taken
 * @param voided the amount that was promised and given up without being taken
 * @param refunded the amount that was given back
 * @param reference the provider's own name of the payment; null until it is known
 * @param isNotified whether the provider's notification brought it, and not a charge that the engine asked for
 * @param chargebacks the amounts that the provider took back at the buyer's demand
 * @param notices what the provider told of refunds, and of what it took back later
 * @param code the code that the buyer pays with, as of a gift card; null where the method needs none
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
        boolean isNotified,
        List<Chargeback> chargebacks,
        List<ProviderNotice> notices,
        @Nullable TenderCode code)
        implements Child {

    /** The method of a payment with a gift card. */
    public static final String GIFT_CARD = "gift-card";

    /** A payment without a code, whose provider told nothing of refunds. */
    public Payment(
            String id,
            String method,
            String state,
            Money requested,
            Money authorized,
            Money captured,
            Money voided,
            Money refunded,
            @Nullable String reference,
            boolean isNotified,
            List<Chargeback> chargebacks) {
        this(
                id,
                method,
                state,
                requested,
                authorized,
                captured,
                voided,
                refunded,
                reference,
                isNotified,
                chargebacks,
                List.of(),
                null);
    }

    public Payment {
        chargebacks = List.copyOf(chargebacks);
        notices = List.copyOf(notices);
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
        Money chargedBack = chargedBack(chargebacks, notices, captured);
        if (chargedBack.compareTo(captured) > 0 || chargedBack.isNegative()) {
            throw Checks.refused("payment " + id + " lost " + chargedBack + " of " + captured + " captured");
        }
    }

    /** A payment that was only asked for. */
    public static Payment requested(String id, String method, String state, Money amount) {
        return requested(id, method, state, amount, null);
    }

    /** A payment that was only asked for, by the code that the buyer gave. */
    public static Payment requested(String id, String method, String state, Money amount, @Nullable TenderCode code) {
        Money none = Money.zero(amount.currency());
        return new Payment(id, method, state, amount, none, none, none, none, null, false, List.of(), List.of(), code);
    }

    /** The amount that is authorized, and neither captured nor voided. */
    public Money capturable() {
        return authorized.minus(voided).minus(captured);
    }

    /** Whether nothing of it is capturable, and nothing was captured. */
    public boolean isEmpty() {
        return captured.isZero() && capturable().isZero();
    }

    /** The amount that was captured, with what failed later. */
    public Money everCaptured() {
        Money sum = captured;
        for (ProviderNotice notice : notices) {
            sum = notice.kind() == ProviderNotice.Kind.CAPTURE_FAILED ? sum.plus(notice.amount()) : sum;
        }
        return sum;
    }

    /** The amount that was charged back, and not won back. */
    public Money chargedBack() {
        return chargedBack(chargebacks, notices, captured);
    }

    /** The amount that was captured, and neither refunded nor charged back; never negative. */
    public Money kept() {
        return captured.minus(refunded).minus(chargedBack()).max(Money.zero(captured.currency()));
    }

    /** What the provider told under a reference; null if it told nothing. */
    public @Nullable ProviderNotice notice(ProviderNotice.Kind kind, String noticeReference) {
        for (ProviderNotice notice : notices) {
            if (notice.kind() == kind && notice.reference().equals(noticeReference)) {
                return notice;
            }
        }
        return null;
    }

    private static Money chargedBack(List<Chargeback> chargebacks, List<ProviderNotice> notices, Money captured) {
        Money sum = Money.zero(captured.currency());
        for (Chargeback chargeback : chargebacks) {
            sum = sum.plus(chargeback.amount());
        }
        for (ProviderNotice notice : notices) {
            sum = notice.kind() == ProviderNotice.Kind.CHARGEBACK_REVERSED ? sum.minus(notice.amount()) : sum;
        }
        return sum;
    }

    /** This payment in another state of its machine. */
    public Payment in(String newState) {
        return with(newState, authorized, captured, voided, refunded, notices);
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
                isNotified,
                chargebacks,
                notices,
                code);
    }

    /** After {@code amount} more was captured. */
    public Payment capture(Money amount) {
        return with(state, authorized, captured.plus(amount), voided, refunded, notices);
    }

    /** After {@code amount} of what was authorized was voided. */
    public Payment letGo(Money amount) {
        return with(state, authorized, captured, voided.plus(amount), refunded, notices);
    }

    /** After {@code amount} was refunded. */
    public Payment refund(Money amount) {
        return with(state, authorized, captured, voided, refunded.plus(amount), notices);
    }

    /** After its provider charged some of it back. */
    public Payment chargeBack(Chargeback chargeback) {
        List<Chargeback> more = new ArrayList<>(chargebacks);
        more.add(chargeback);
        return new Payment(
                id,
                method,
                state,
                requested,
                authorized,
                captured,
                voided,
                refunded,
                reference,
                isNotified,
                more,
                notices,
                code);
    }

    /** After its provider told of a refund, whose amount is booked otherwise, or took back what it had said, which lowers that. */
    public Payment told(ProviderNotice notice) {
        List<ProviderNotice> more = new ArrayList<>(notices);
        more.add(notice);
        Money less = notice.amount();
        return switch (notice.kind()) {
            case REFUNDED, CHARGEBACK_REVERSED -> with(state, authorized, captured, voided, refunded, more);
            case CAPTURE_FAILED -> with(state, authorized, captured.minus(less), voided.plus(less), refunded, more);
            case REFUND_FAILED -> with(state, authorized, captured, voided, refunded.minus(less), more);
        };
    }

    /** This payment as one that the provider's notification brought. */
    public Payment notified() {
        return new Payment(
                id,
                method,
                state,
                requested,
                authorized,
                captured,
                voided,
                refunded,
                reference,
                true,
                chargebacks,
                notices,
                code);
    }

    /** Whether it is paid with a gift card. */
    public boolean isGiftCard() {
        return method.equals(GIFT_CARD);
    }

    private Payment with(
            String newState,
            Money newAuthorized,
            Money newCaptured,
            Money newVoided,
            Money newRefunded,
            List<ProviderNotice> newNotices) {
        return new Payment(
                id,
                method,
                newState,
                requested,
                newAuthorized,
                newCaptured,
                newVoided,
                newRefunded,
                reference,
                isNotified,
                chargebacks,
                newNotices,
                code);
    }
}
