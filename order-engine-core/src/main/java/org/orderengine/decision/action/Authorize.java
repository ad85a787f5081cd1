package org.orderengine.decision.action;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.HostPolicy;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.PayloadKey;

/** A payment is authorized only. {@link Capture} captures the money later. */
final class Authorize implements BuiltInAction {

    private static final PayloadKey MARGIN = PayloadKey.amount(
                    "margin", "how much more, for measured goods that are still to be weighed")
            .orElse("what the shop's policy says");

    private final ActionDescription description = ActionDescription.of(
                    "authorize", "a payment is authorized only", Pay.PAYMENT, Pay.METHOD, Pay.CODE, Pay.AMOUNT, MARGIN)
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
        return Pay.authorize(draft, payload, margin(draft, payload.amount(MARGIN)))
                .id();
    }

    private static Money margin(Draft draft, @Nullable Money asked) {
        Money none = draft.books().money(0);
        boolean isToBeWeighed = draft.books().lines().stream().anyMatch(Line::isToBeWeighed);
        if (asked != null && !isToBeWeighed) {
            throw Draft.refuse(
                    Codes.NOT_MEASURED,
                    "Order " + draft.order().id()
                            + " has no measured line that is still to be weighed, and needs no margin");
        }
        if (asked != null || !isToBeWeighed) {
            return asked == null ? none : asked;
        }
        return HostPolicy.ask(() -> draft.policy().margin().of(draft.order()), none)
                .max(none);
    }

    @Override
    public boolean isPossible(Order order) {
        return Payments.payable(order).isPositive();
    }
}
