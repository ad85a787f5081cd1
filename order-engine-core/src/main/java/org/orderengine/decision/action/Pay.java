package org.orderengine.decision.action;

import java.util.Optional;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.model.TenderCode;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;

/** The buyer pays: a payment is authorized and captured. */
final class Pay implements BuiltInAction {

    static final PayloadKey PAYMENT = PayloadKey.text("payment", "what the new payment is to be called");
    static final PayloadKey METHOD = PayloadKey.text("method", "how the buyer pays, in the gateway's words")
            .orElse("card");
    static final PayloadKey CODE =
            PayloadKey.text("code", "the code that the buyer pays with, as of a gift card; no text shows it");
    static final PayloadKey AMOUNT = PayloadKey.amount("amount", "how much").orElse("all that is outstanding");

    private final ActionDescription description = ActionDescription.of(
                    "pay", "a payment is authorized and captured", PAYMENT, METHOD, CODE, AMOUNT)
            .bearing(Bearing.TAKES_MONEY);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        return PaymentCharges.facts(policy);
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Payment payment = authorize(draft, payload, draft.books().money(0));
        draft.want(EffectKind.PAYMENT_CAPTURE.money(payment.id(), payment.requested()));
        return payment.id();
    }

    /**
     * Asks for the authorization of a new payment, within the outstanding amount.
     *
     * @param margin how much more is asked for
     */
    static Payment authorize(Draft draft, PayloadReader payload, Money margin) {
        if (!draft.policy().services().has(EffectKind.Service.PAYMENT)) {
            throw Draft.refuse(
                    Codes.NO_GATEWAY,
                    "Order " + draft.order().id()
                            + ": this engine has no payment gateway; money is told of by payment-received");
        }
        String id = PaymentChoice.newId(draft.books(), payload.text(PAYMENT));
        String method = payload.text(METHOD, "card");
        PaymentCharges.choose(draft, method, id);
        Money payable = Payments.payable(draft.order());
        Money asked = payload.amount(AMOUNT);
        if (!payable.isPositive()) {
            throw Draft.refuse(Codes.NOTHING_OUTSTANDING, PaymentChoice.whyNothingIsPayable(draft.order()));
        }
        Money amount = asked == null ? payable : asked;
        if (amount.compareTo(payable) > 0) {
            throw Draft.refuse(Codes.AMOUNT_EXCEEDED, "amount is " + amount + ", and " + payable + " is outstanding");
        }
        Money promised = amount.plus(margin);
        Payment payment = Payment.requested(
                id,
                method,
                Children.initial(draft, ChildKind.PAYMENT),
                promised,
                TenderCode.ofNullable(payload.text(CODE)));
        draft.apply(new Event.PaymentRequested(payment));
        draft.want(EffectKind.PAYMENT_AUTHORIZE.money(payment.id(), promised));
        return payment;
    }

    @Override
    public boolean isPossible(Order order) {
        return Payments.payable(order).isPositive();
    }
}
