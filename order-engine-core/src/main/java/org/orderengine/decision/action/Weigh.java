package org.orderengine.decision.action;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.effect.Handovers;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;

/** Measured goods were weighed as they were packed: the order costs what they weigh, and no more than was agreed. */
final class Weigh implements BuiltInAction {

    private static final PayloadKey LINES = PayloadKey.objects(
                    "lines", "what was really packed of measured goods", PayloadReader.QUANTITIES)
            .mandatory();

    private final ActionDescription description = ActionDescription.of(
                    "weigh", "measured goods were weighed, and cost what they weigh", LINES)
            .bearing(Bearing.GIVES_MONEY_BACK, Bearing.TAKES_MONEY, Bearing.LETS_STOCK_GO);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        List<LineQuantity> lines = payload.lines(LINES);
        if (lines == null) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "lines is missing: say what was weighed");
        }
        Map<String, Long> weights = new TreeMap<>();
        for (LineQuantity weighed : lines) {
            requireWeighable(draft.order(), weighed.line());
            weights.put(weighed.line(), weighed.quantity());
        }
        boolean wasPaid = !draft.order().totals().outstanding().isPositive();
        PriceEntry.weigh(draft, weights);
        if (wasPaid && !OnShipment.captures(draft)) {
            captureMore(draft);
        }
        return null;
    }

    private static void requireWeighable(Order order, String id) {
        Line line = order.books().line(id);
        if (line == null) {
            throw Draft.refuse(Codes.UNKNOWN_LINE, "there is no line \"" + id + "\"");
        }
        if (line.item().measure() == null) {
            throw Draft.refuse(
                    Codes.NOT_MEASURED,
                    "line " + id + " is counted, not measured; cancel takes units off, and modify adds some");
        }
        if (line.units().shipped() > 0 || Handovers.underWay(order, id) > 0) {
            throw Draft.refuse(
                    PricingCodes.UNITS_SHIPPED,
                    "line " + id + " is weighed before anything of it leaves, and "
                            + line.words(line.units().shipped()) + " have left");
        }
        if (line.basis().remainingUnits() == 0) {
            throw Draft.refuse(Codes.QUANTITY_EXCEEDED, "nothing is left of line " + id + " to be weighed");
        }
    }

    /** Captures what a paid order then costs more, of what is still promised. */
    private static void captureMore(Draft draft) {
        Money left = Payments.uncaptured(draft.order());
        for (Payment payment : draft.books().payments()) {
            Money amount = Payments.room(draft.order(), payment).min(left);
            if (amount.isPositive()) {
                draft.want(EffectKind.PAYMENT_CAPTURE.money(payment.id(), amount));
                left = left.minus(amount);
            }
        }
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().lines().stream()
                .anyMatch(line -> line.item().measure() != null
                        && line.units().shipped() == 0
                        && line.units().unshipped() > 0);
    }
}
