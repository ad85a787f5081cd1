package org.orderengine.decision.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Held;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.Cancellations;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.decision.effect.Repriced;
import org.orderengine.event.Event;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.policy.RefundPolicy;

/** Takes units off the order that have not shipped. */
public record CancelOperation() implements Operation {

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        List<LineQuantity> lines = Held.quantities(
                draft.books(), payload.lines(), line -> line.units().unshipped(), "cancel");
        if (lines.isEmpty()) {
            throw Draft.refuse(
                    Codes.NOTHING_TO_CANCEL, "Order " + draft.order().id() + " has no unit that has not shipped");
        }
        Money before = draft.order().totals().total();
        Cancellations.cancel(draft, lines);
        Repriced.requalify(draft, draft.policy().pricing().policy().onCancel());
        Boolean refundShipping = payload.flag("refundShipping");
        if (refundShipping == null ? draft.books().isNothingLeft() : refundShipping) {
            draft.apply(new Event.ShippingWaived());
        }
        Refunds.charge(draft, RefundPolicy.Cause.CANCEL, before);
        return null;
    }

    @Override
    public boolean isPossible(Order order) {
        return !order.books().isNothingUnshipped();
    }
}
