package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Payments;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Problem;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * A provider's notification that money arrived for a payment of the order, or will not. One charge is one payment, whether its notification comes
 * before the call for it returned, twice, or late (P3).
 *
 * @param payment the payment that it names, or whose reference it has
 * @param reference its reference
 * @param amount how much arrived; null to mean what the payment was to bring
 * @param intents what is still owed of the payment: promised or taken, for all the engine knows
 * @param no why the provider declines; null where money arrived
 */
public record PaymentNotice(
        Payment payment,
        @Nullable String reference,
        @Nullable Money amount,
        List<OwedEffect> intents,
        @Nullable Problem no) {

    public PaymentNotice {
        intents = List.copyOf(intents);
    }

    /**
     * Reads a notification; null where it is of no payment that the order has.
     *
     * @param amount reads how much arrived, once it is known that there is such a payment
     */
    static @Nullable PaymentNotice of(
            Order order, @Nullable String named, @Nullable String reference, Supplier<@Nullable Money> amount) {
        Payment payment = payment(order.books(), named, reference);
        if (payment == null) {
            return null;
        }
        List<OwedEffect> intents = new ArrayList<>();
        for (OwedEffect effect : order.flow().effects()) {
            if (Payments.isOfPayment(effect) && payment.id().equals(effect.subject())) {
                intents.add(effect);
            }
        }
        return new PaymentNotice(payment, reference, amount.get(), intents, null);
    }

    private static @Nullable Payment payment(Books books, @Nullable String id, @Nullable String reference) {
        Payment named = id == null ? null : books.payment(id);
        if (named != null || reference == null) {
            return named;
        }
        for (Payment payment : books.payments()) {
            if (reference.equals(payment.reference())) {
                return payment;
            }
        }
        return null;
    }

    /** This notification as the provider's no. */
    PaymentNotice declining(Problem why) {
        return new PaymentNotice(payment, reference, amount, intents, why);
    }

    /** Whether the payment waits for the answer that this notification is. */
    boolean isAnswer() {
        return !intents.isEmpty();
    }

    /**
     * Whether it tells of money that is booked already. One reference names one charge, so it cannot tell of another amount: that is refused
     * by {@link org.orderengine.decision.draft.RefusedException}.
     */
    boolean isRepeated(String orderId) {
        Money brought = payment.everCaptured();
        boolean isKnown =
                intents.isEmpty() && brought.isPositive() && reference != null && reference.equals(payment.reference());
        if (isKnown && amount != null && !amount.equals(brought)) {
            throw Draft.refuse(
                    Codes.REFERENCE_USED,
                    "Order " + orderId + ": " + amount + " arrived under a reference that payment " + payment.id()
                            + " has, which brought " + brought
                            + "; a reference names one charge, so tell it under its own");
        }
        return isKnown;
    }

    /** Whether nothing is captured by the payment, so that the money is its own. */
    boolean isFirst() {
        return intents.isEmpty() && payment.captured().isZero();
    }

    /**
     * Takes the notification for the answer to the owed effects of the payment.
     *
     * @param book books what the provider answers to an effect
     */
    public void answer(Draft draft, BiConsumer<OwedEffect, EffectResult> book) {
        if (no != null) {
            book.accept(intents.get(0), EffectResult.declined(no.code(), no.message()));
            return;
        }
        Money intended = intents.get(intents.size() - 1).amount();
        if (amount != null && !amount.equals(intended)) {
            throw Draft.refuse(
                    Codes.PAYMENT_PENDING,
                    "Order " + draft.order().id() + ": " + amount + " arrived for payment " + payment.id()
                            + ", which is for " + intended
                            + " and waits for the provider's answer; tell it again when that is known");
        }
        for (OwedEffect intent : intents) {
            book.accept(intent, new EffectResult.Done(reference, List.of()));
        }
        if (!EffectKind.PAYMENT_CAPTURE.is(intents.get(intents.size() - 1)) && intended != null) {
            draft.apply(new Event.PaymentCaptured(payment.id(), intended));
        }
    }
}
