package org.orderengine.decision.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
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
        String reference = payload.text(REFERENCE);
        if (reference == null) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "reference is missing: say the provider's name of the chargeback");
        }
        Payment payment = taken(draft.books(), payload.text(PAYMENT));
        Money room = payment.captured().minus(payment.chargedBack());
        Money asked = payload.amount(AMOUNT);
        Money amount = asked == null ? room : asked;
        if (!room.isPositive() || amount.compareTo(room) > 0) {
            throw Draft.refuse(
                    Codes.AMOUNT_EXCEEDED,
                    "amount is " + amount + ", and of payment " + payment.id() + " " + room + " can be taken back");
        }
        draft.apply(new Event.PaymentChargedBack(payment.id(), amount, reference));
        dropNeedless(draft, payment.id());
        return payment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().payments().stream()
                .anyMatch(payment -> payment.captured().compareTo(payment.chargedBack()) > 0);
    }

    private static Payment taken(Books books, @Nullable String id) {
        if (id != null) {
            return PaymentChoice.known(books, id);
        }
        List<Payment> taken = books.payments().stream()
                .filter(payment -> payment.captured().isPositive())
                .toList();
        if (taken.size() != 1) {
            throw Draft.refuse(Codes.UNKNOWN_PAYMENT, "say which payment was charged back");
        }
        return taken.get(0);
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
