package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Problem;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** The provider's late no to a payment whose answer is not known. It is the answer, wherever the order is, and once. */
final class PaymentDeclined implements BuiltInAction {

    private static final String NAME = "payment-declined";
    private static final PayloadKey PAYMENT = PaymentChoice.PAYMENT.orElse("the only one whose answer is not known");
    private static final PayloadKey CODE =
            PayloadKey.text("code", "why, in kebab-case, for programs").orElse(NAME);
    private static final PayloadKey MESSAGE =
            PayloadKey.text("message", "why, for people").orElse("the provider declined the payment");

    private final ActionDescription description = ActionDescription.of(
                    NAME,
                    "the provider's late no to a payment whose answer is not known; taken in every state",
                    PAYMENT,
                    PaymentChoice.REFERENCE,
                    CODE,
                    MESSAGE)
            .standing(Stance.EVEN_AFTER_END);

    @Override
    public ActionDescription description() {
        return description;
    }

    /** A payment of which nothing is left, and for which nothing is owed, was declined before. */
    @Override
    public boolean isBooked(Order order, PayloadReader payload) {
        PaymentNotice notice = notice(order, payload);
        return notice != null && !notice.isAnswer() && notice.payment().isEmpty();
    }

    @Override
    public @Nullable PaymentNotice answer(Order order, PayloadReader payload) {
        PaymentNotice notice = notice(order, payload);
        return notice != null && notice.isAnswer()
                ? notice.declining(new Problem(
                        payload.text(CODE, NAME), payload.text(MESSAGE, "the provider declined the payment")))
                : null;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Order order = draft.order();
        PaymentNotice notice = notice(order, payload);
        if (notice == null) {
            throw Draft.refuse(
                    Codes.UNKNOWN_PAYMENT,
                    "Order " + order.id() + ": say with payment or reference which payment is declined; it waits for "
                            + waiting(order));
        }
        throw Draft.refuse(
                Codes.PAYMENT_SETTLED,
                "Order " + order.id() + ": payment " + notice.payment().id() + " is " + state(notice.payment())
                        + ", and no answer is waited for; what a provider takes back later is a chargeback");
    }

    private static String state(Payment payment) {
        return payment.captured().isPositive() ? "captured" : "authorized";
    }

    private static @Nullable PaymentNotice notice(Order order, PayloadReader payload) {
        String named = payload.text(PAYMENT);
        String reference = payload.text(PaymentChoice.REFERENCE);
        List<String> waiting = waiting(order);
        boolean isPlain = named == null && reference == null && waiting.size() == 1;
        return PaymentNotice.of(order, isPlain ? waiting.get(0) : named, reference, () -> null);
    }

    /** The payments that wait for their provider's answer. */
    private static List<String> waiting(Order order) {
        List<String> waiting = new ArrayList<>();
        for (OwedEffect effect : order.flow().effects()) {
            String payment = effect.subject();
            if (Payments.isOfPayment(effect) && payment != null && !waiting.contains(payment)) {
                waiting.add(payment);
            }
        }
        return waiting;
    }

    @Override
    public boolean isPossible(Order order) {
        return !waiting(order).isEmpty();
    }
}
