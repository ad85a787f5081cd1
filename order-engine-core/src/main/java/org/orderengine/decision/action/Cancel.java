package org.orderengine.decision.action;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.decision.effect.Cancellations;
import org.orderengine.decision.effect.Handovers;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.event.Event;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.PayloadKey;

/** Units that have not shipped are taken off the order. */
final class Cancel implements BuiltInAction {

    private static final String NAME = "cancel";
    private static final PayloadKey LINES = PayloadKey.objects(
                    "lines", "which units that have not shipped", PayloadReader.QUANTITIES)
            .orElse("all of them");
    private static final PayloadKey REFUND_SHIPPING = PayloadKey.flag(
                    "refundShipping", "whether the delivery costs nothing any more")
            .orElse("where nothing is left");

    private final ActionDescription description = ActionDescription.of(
                    NAME, "units that have not shipped are taken off", LINES, ActionDescription.REASON, REFUND_SHIPPING)
            .bearing(Bearing.GIVES_MONEY_BACK, Bearing.LETS_STOCK_GO);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        return policy.pricing().policy().onCancel() == ReversalPolicy.REQUALIFY
                ? Optional.of(PricingNeeds.NO_MORE)
                : Optional.empty();
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        List<LineQuantity> lines = Quantities.quantities(
                draft.books(), payload.lines(LINES), line -> Handovers.cancellable(draft.order(), line), NAME);
        if (lines.isEmpty()) {
            throw Draft.refuse(
                    Codes.NOTHING_TO_CANCEL, "Order " + draft.order().id() + " has no unit that has not shipped");
        }
        takeOff(draft, lines, payload.flag(REFUND_SHIPPING));
        return null;
    }

    /**
     * Takes units that have not shipped off the order, at the price that the shop's policies say.
     *
     * @param refundShipping whether the delivery costs nothing any more; null for where nothing is left
     */
    static void takeOff(Draft draft, List<LineQuantity> lines, @Nullable Boolean refundShipping) {
        Money before = draft.order().totals().total();
        Cancellations.cancel(draft, lines);
        PriceEntry.requalify(draft, draft.policy().pricing().policy().onCancel());
        if (refundShipping == null ? draft.books().isNothingLeft() : refundShipping) {
            draft.apply(new Event.ShippingWaived());
        }
        Refunds.charge(draft, RefundPolicy.Cause.CANCEL, before);
    }

    @Override
    public boolean isPossible(Order order) {
        return !Handovers.cancellable(order).isEmpty();
    }
}
