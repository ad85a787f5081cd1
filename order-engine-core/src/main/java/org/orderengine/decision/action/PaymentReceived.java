package org.orderengine.decision.action;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** Money arrived by the provider's notification. It is booked wherever the order is, and once per reference (F2, P3). */
final class PaymentReceived implements BuiltInAction {

    private static final PayloadKey PAYMENT =
            PayloadKey.text("payment", "the payment it is for, or what a new one is to be called");
    private static final PayloadKey METHOD =
            PayloadKey.text("method", "how it came").orElse("transfer");
    private static final PayloadKey AMOUNT =
            PayloadKey.amount("amount", "how much arrived").orElse("all that is outstanding");

    private final ActionDescription description = ActionDescription.of(
                    "payment-received",
                    "money arrived by the provider's notification; booked in every state, once per reference",
                    PAYMENT,
                    METHOD,
                    AMOUNT,
                    PaymentChoice.REFERENCE)
            .standing(Stance.EVEN_AFTER_END)
            .bearing(Bearing.TAKES_MONEY);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public boolean isBooked(Order order, PayloadReader payload) {
        PaymentNotice notice = notice(order, payload);
        return notice != null && notice.isRepeated(order.id());
    }

    @Override
    public @Nullable PaymentNotice answer(Order order, PayloadReader payload) {
        PaymentNotice notice = notice(order, payload);
        return notice != null && notice.isAnswer() ? notice : null;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        PaymentNotice notice = notice(draft.order(), payload);
        return notice != null && notice.isFirst() ? first(draft, notice) : anew(draft, payload);
    }

    private static @Nullable PaymentNotice notice(Order order, PayloadReader payload) {
        return PaymentNotice.of(
                order, payload.text(PAYMENT), payload.text(PaymentChoice.REFERENCE), () -> payload.amount(AMOUNT));
    }

    /** Money that no payment of the order expects. */
    private static String anew(Draft draft, PayloadReader payload) {
        Money asked = payload.amount(AMOUNT);
        Money amount = asked == null ? draft.order().totals().outstanding() : asked;
        if (!amount.isPositive()) {
            throw Draft.refuse(
                    Codes.NOTHING_OUTSTANDING,
                    "Order " + draft.order().id() + " has nothing outstanding; say the amount that arrived");
        }
        String id = PaymentChoice.newId(draft.books(), payload.text(PAYMENT));
        draft.apply(new Event.PaymentRequested(Payment.requested(
                id, payload.text(METHOD, "transfer"), Children.initial(draft, ChildKind.PAYMENT), amount)
                .notified()));
        draft.apply(new Event.PaymentAuthorized(id, amount, payload.text(PaymentChoice.REFERENCE)));
        draft.apply(new Event.PaymentCaptured(id, amount));
        return id;
    }

    /** The first money of a payment that was only requested or authorized, or that had been given up. */
    private static String first(Draft draft, PaymentNotice notice) {
        Payment payment = notice.payment();
        Money amount = notice.amount() == null ? payment.requested() : notice.amount();
        Money beyond = amount.minus(payment.capturable());
        if (beyond.isPositive()) {
            draft.apply(new Event.PaymentAuthorized(payment.id(), beyond, notice.reference()));
        }
        draft.apply(new Event.PaymentCaptured(payment.id(), amount));
        return payment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return true;
    }
}
