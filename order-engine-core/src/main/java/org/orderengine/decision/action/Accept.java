package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.decision.effect.Acceptance;
import org.orderengine.decision.effect.Handovers;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Timer;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.PayloadKey;

/** What was offered is accepted: a kept quote by its buyer, an order by its seller. What is not accepted is taken off. */
final class Accept implements BuiltInAction {

    private static final PayloadKey LINES = PayloadKey.objects(
                    "lines", "which units; the others are taken off", PayloadReader.QUANTITIES)
            .orElse("all of them");

    private final ActionDescription description = ActionDescription.of(
                    Acceptance.ACTION,
                    "a kept quote is accepted by its buyer, or an order by its seller, whole or in part; refused once its time is over",
                    LINES)
            .bearing(Bearing.GIVES_MONEY_BACK, Bearing.LETS_STOCK_GO);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        return payload.has(LINES) && policy.pricing().policy().onCancel() == ReversalPolicy.REQUALIFY
                ? Optional.of(PricingNeeds.NO_MORE)
                : Optional.empty();
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        Timer over = Acceptance.over(draft);
        if (over != null) {
            throw Draft.refuse(
                    Codes.ACCEPTANCE_OVER,
                    "Order " + draft.order().id() + " could be accepted until " + over.due() + " (" + over.name()
                            + ")");
        }
        List<LineQuantity> accepted = payload.lines(LINES);
        if (accepted != null) {
            List<LineQuantity> others = others(
                    draft,
                    Quantities.quantities(
                            draft.books(),
                            accepted,
                            line -> Handovers.cancellable(draft.order(), line),
                            Acceptance.ACTION));
            if (!others.isEmpty()) {
                Cancel.takeOff(draft, others, null);
            }
        }
        return null;
    }

    private static List<LineQuantity> others(Draft draft, List<LineQuantity> accepted) {
        List<LineQuantity> others = new ArrayList<>();
        for (Line line : draft.books().lines()) {
            long units = Handovers.cancellable(draft.order(), line) - Quantities.of(accepted, line.id());
            if (units > 0) {
                others.add(new LineQuantity(line.id(), units));
            }
        }
        return others;
    }

    @Override
    public boolean isPossible(Order order) {
        return true;
    }
}
