package org.orderengine.decision.action;

import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** The provider charged money back at the buyer's demand. It is booked wherever the order is, and once per reference (F2). */
final class ChargeBack implements BuiltInAction {

    private static final PayloadKey PAYMENT = PaymentChoice.PAYMENT.orElse("the only one that brought money");
    private static final PayloadKey AMOUNT =
            PayloadKey.amount("amount", "how much was taken back").orElse("all of the payment");
    private static final PayloadKey REFERENCE = PaymentChoice.REFERENCE.mandatory();

    private final ActionDescription description = ActionDescription.of(
                    "chargeback",
                    "the provider took money back on the buyer's word; booked in every state, the same reference once",
                    PAYMENT,
                    AMOUNT,
                    REFERENCE)
            .standing(Stance.EVEN_AFTER_END);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public boolean isBooked(Order order, PayloadReader payload) {
        String reference = payload.text(REFERENCE);
        return order.books().payments().stream()
                .flatMap(payment -> payment.chargebacks().stream())
                .anyMatch(chargeback -> chargeback.reference().equals(reference));
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        String reference = PaymentChoice.reference(payload, "chargeback");
        Payment payment = PaymentChoice.taken(draft.books(), payload.text(PAYMENT), "was charged back");
        Money room = payment.captured().minus(payment.chargedBack());
        Money amount =
                PaymentChoice.within(room, payload.amount(AMOUNT), "of payment " + payment.id() + " can be taken back");
        draft.apply(new Event.PaymentChargedBack(payment.id(), amount, reference));
        dropNeedless(draft, payment.id());
        return payment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().payments().stream()
                .anyMatch(payment -> payment.captured().compareTo(payment.chargedBack()) > 0);
    }

    /** Gives up refunds that were certainly not done yet. The rest is settled anew, so that no money goes back twice. */
    private static void dropNeedless(Draft draft, String payment) {
        for (OwedEffect effect : draft.flow().effects()) {
            boolean isRefund = EffectKind.of(effect).isRefund() && payment.equals(effect.subject());
            boolean waits = effect.status() == OwedEffect.Status.OWED
                    && effect.attempts() > 0
                    && effect.due().isAfter(draft.now());
            if (isRefund && waits) {
                draft.apply(new Event.EffectDropped(effect.id()));
            }
        }
    }
}
