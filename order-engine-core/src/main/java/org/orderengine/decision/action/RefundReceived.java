package org.orderengine.decision.action;

import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.event.Event;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.ProviderNotice;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/**
 * The provider gave money of a payment back by itself. It is booked wherever the order is, and once per reference (F2):
 *
 * <ol>
 *   <li>while a refund of that payment and amount is unknown or under way, the notice is its answer;
 *   <li>otherwise it takes the place of refunds that surely have not started, the earliest first;
 *   <li>what the order does not owe is goodwill;
 *   <li>what is under way besides, and gives back more than is owed then, waits for a person.
 * </ol>
 */
final class RefundReceived implements BuiltInAction {

    private static final PayloadKey PAYMENT = PaymentChoice.PAYMENT.orElse("the only one that brought money");
    private static final PayloadKey AMOUNT =
            PayloadKey.amount("amount", "how much went back").orElse("all that is kept of the payment");
    private static final PayloadKey REFERENCE = PaymentChoice.REFERENCE.mandatory();

    private final ActionDescription description = ActionDescription.of(
                    "refund-received",
                    "the provider gave money back by itself; booked in every state, once per reference",
                    PAYMENT,
                    AMOUNT,
                    REFERENCE)
            .standing(Stance.EVEN_AFTER_END)
            .bearing(Bearing.GIVES_MONEY_BACK);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public boolean isBooked(Order order, PayloadReader payload) {
        return PaymentChoice.isKnown(
                order, ProviderNotice.Kind.REFUNDED, payload.text(REFERENCE), payload.amount(AMOUNT));
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        String reference = PaymentChoice.reference(payload, "refund");
        Payment payment = PaymentChoice.taken(draft.books(), payload.text(PAYMENT), "was refunded");
        Money left = payment.captured().minus(payment.refunded());
        Money amount =
                PaymentChoice.within(left, payload.amount(AMOUNT), "of payment " + payment.id() + " is left to refund");
        Money owed = draft.order().totals().outstanding().negated();
        OwedEffect answered = Refunds.underWay(draft, payment.id(), amount);
        if (answered != null) {
            draft.apply(new Event.PaymentRefunded(payment.id(), amount, reference));
            draft.apply(new Event.EffectDone(answered.id(), reference));
            return payment.id();
        }
        Refunds.makeRoom(draft, payment.id(), amount);
        Money credit = amount.minus(
                owed.minus(Refunds.pending(draft)).max(draft.books().money(0)));
        draft.apply(new Event.PaymentRefunded(payment.id(), amount, reference));
        credit = credit.min(draft.order().totals().total());
        if (credit.isPositive()) {
            draft.apply(new Event.CreditGranted(credit));
        }
        Refunds.parkGivenTwice(draft);
        return payment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().payments().stream()
                .anyMatch(payment -> payment.captured().compareTo(payment.refunded()) > 0);
    }
}
