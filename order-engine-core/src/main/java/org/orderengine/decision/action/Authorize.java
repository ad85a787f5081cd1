package org.orderengine.decision.action;

import java.util.Optional;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.model.Order;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;

/** A payment is authorized only. {@link Capture} captures the money later. */
final class Authorize implements BuiltInAction {

    private final ActionDescription description =
            Pay.describe("authorize", "a payment is authorized only").bearing(Bearing.TAKES_MONEY);

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
        return Pay.authorize(draft, payload).id();
    }

    @Override
    public boolean isPossible(Order order) {
        return Payments.payable(order).isPositive();
    }
}
