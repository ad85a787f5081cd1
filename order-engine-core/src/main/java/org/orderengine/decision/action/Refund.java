package org.orderengine.decision.action;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.event.Event;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** Money is given back out of goodwill. */
final class Refund implements BuiltInAction {

    private static final PayloadKey AMOUNT =
            PayloadKey.amount("amount", "how much to give back").mandatory();
    private static final PayloadKey PAYMENT = PaymentChoice.PAYMENT.orElse("those that brought money");

    private final ActionDescription description = ActionDescription.of(
                    "refund", "money is given back out of goodwill", AMOUNT, PAYMENT, ActionDescription.REASON)
            .standing(Stance.EVEN_WHERE_ENDED)
            .bearing(Bearing.GIVES_MONEY_BACK);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        Money amount = payload.amount(AMOUNT);
        if (amount == null) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "amount is missing: say how much to give back");
        }
        String from = payload.text(PAYMENT);
        Money room = from == null
                ? Payments.refundable(draft.order())
                : Payments.refundable(draft.order(), PaymentChoice.known(draft.books(), from));
        if (amount.compareTo(room) > 0) {
            throw Draft.refuse(Codes.AMOUNT_EXCEEDED, "amount is " + amount + ", and " + room + " can be given back");
        }
        draft.apply(new Event.CreditGranted(amount));
        if (from == null) {
            Refunds.want(draft, amount);
        } else {
            draft.want(EffectKind.PAYMENT_REFUND.money(from, amount));
        }
        return from;
    }

    @Override
    public boolean isPossible(Order order) {
        return Payments.refundable(order).isPositive();
    }
}
