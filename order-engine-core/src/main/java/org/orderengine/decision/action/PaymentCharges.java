package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Charge;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;

/** The charges that a payment's method brings, such as a fee for cash on delivery. */
final class PaymentCharges {

    private PaymentCharges() {}

    /** What the shop's rules for charges need to know, where there are any. */
    static Optional<PricingNeeds> facts(DecisionPolicy policy) {
        return policy.pricing().addsCharges() ? Optional.of(PricingNeeds.NO_MORE) : Optional.empty();
    }

    /** Takes off the charges of payments that came to nothing, and adds those of the method that is chosen now. */
    static void choose(Draft draft, String method, String payment) {
        List<Charge> stay = new ArrayList<>(draft.books().charges());
        stay.removeIf(charge -> hasComeToNothing(draft.order(), charge));
        Books before = draft.books().withCharges(stay);
        Books after =
                draft.policy().pricing().addsCharges() ? PriceEntry.chosen(draft, before, method, payment) : before;
        if (!after.charges().equals(draft.books().charges())) {
            draft.apply(new Event.ChargesChanged(after.charges()));
        }
    }

    private static boolean hasComeToNothing(Order order, Charge charge) {
        Payment payment = charge.payment() == null ? null : order.books().payment(charge.payment());
        return payment != null
                && payment.captured().isZero()
                && !payment.capturable().isPositive()
                && Payments.chargeUnderWay(order, payment) == null;
    }
}
