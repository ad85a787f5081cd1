package org.orderengine.decision.action;

import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.event.Event;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.Stance;

/** The provider no longer keeps a promise. It is booked wherever the order is; what the promise covered can be paid otherwise. */
final class ExpireAuthorization implements BuiltInAction {

    private final ActionDescription description = ActionDescription.of(
                    "expire-authorization",
                    "the provider no longer keeps what it authorized; booked in every state, and what it covered can be"
                            + " paid otherwise",
                    PaymentChoice.PROMISED)
            .standing(Stance.EVEN_AFTER_END);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public boolean isBooked(Order order, PayloadReader payload) {
        String named = payload.text(PaymentChoice.PROMISED);
        Payment payment = named == null ? null : order.books().payment(named);
        return payment != null && payment.capturable().isZero() && Payments.chargeUnderWay(order, payment) == null;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Payment payment = PaymentChoice.expiring(draft, payload);
        OwedEffect charge = Payments.chargeUnderWay(draft.order(), payment);
        if (charge != null) {
            throw Draft.refuse(
                    Codes.PAYMENT_PENDING,
                    "Order " + draft.order().id() + ": payment " + payment.id() + " waits for the answer to "
                            + charge.name() + " " + charge.id() + "; tell it again when that is known, or resolve it");
        }
        for (OwedEffect effect : draft.flow().effects()) {
            if (EffectKind.PAYMENT_VOID.is(effect) && payment.id().equals(effect.subject())) {
                draft.apply(new Event.EffectDropped(effect.id()));
            }
        }
        Money promised = payment.capturable();
        draft.apply(new Event.PaymentVoided(payment.id(), promised));
        return payment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().payments().stream()
                .anyMatch(payment -> payment.capturable().isPositive());
    }
}
