package org.orderengine.decision.action;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.Handovers;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.model.Line;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.ReversalBasis;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.pricing.quote.Change;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.spi.catalog.Product;

/** Another article takes the place of units that have not left. It costs at most what they cost, unless a price was agreed. */
final class Substitute implements BuiltInAction {

    private static final PayloadKey LINE =
            PayloadKey.text("line", "the line whose units are replaced").mandatory();
    private static final PayloadKey SKU =
            PayloadKey.text("sku", "which product comes instead").mandatory();
    private static final PayloadKey QUANTITY = PayloadKey.quantity(
                    "quantity",
                    "how much of it; as much of the line is taken off, or all where the two are measured otherwise")
            .orElse("as much as has not left");
    private static final PayloadKey PRICE = PayloadKey.amount("price", "what a unit of it costs by agreement")
            .orElse("what the catalog says, at most what the replaced units cost");

    private final ActionDescription description = ActionDescription.of(
                    "substitute",
                    "another article takes the place of units that have not left",
                    LINE,
                    SKU,
                    QUANTITY,
                    PRICE)
            .bearing(Bearing.GIVES_MONEY_BACK, Bearing.LETS_STOCK_GO);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        String sku = payload.text(SKU);
        return sku == null ? Optional.empty() : Optional.of(new PricingNeeds(Set.of(sku), List.of()));
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        String id = payload.text(LINE);
        String sku = payload.text(SKU);
        if (id == null || sku == null) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "substitute names a line and the sku that takes its place");
        }
        Line line = draft.books().line(id);
        if (line == null) {
            throw Draft.refuse(Codes.UNKNOWN_LINE, "there is no line \"" + id + "\"");
        }
        Product product = draft.facts().products().get(sku);
        if (product == null) {
            throw Draft.refuse(
                    PricingCodes.UNKNOWN_PRODUCT, "the catalog has no product \"" + sku + "\"; name one that it has");
        }
        long possible = Handovers.cancellable(draft.order(), line);
        if (possible == 0) {
            throw Draft.refuse(Codes.QUANTITY_EXCEEDED, "line " + id + " has nothing that has not left");
        }
        BigDecimal all = Measure.decimal(line.item().measure(), possible);
        Measure measure = product.handling().measure();
        long quantity = payload.quantity(QUANTITY, all, measure, sku);
        if (quantity <= 0) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "quantity of " + sku + " is not more than zero");
        }
        long replaced = replaced(line, Measure.decimal(measure, quantity), measure, possible);
        Money agreed = payload.price(PRICE);
        Money price = agreed == null ? atMost(line, replaced, product, quantity) : agreed;
        String added = Names.next(
                "", draft.books().lines().size(), taken -> draft.books().line(taken) != null);
        PriceEntry.exchange(
                draft,
                new Change(
                        draft.order().origin(),
                        Map.of(id, line.basis().remainingUnits() - replaced),
                        List.of(new QuoteLine(added, sku, Measure.decimal(measure, quantity), price, Map.of(), null)),
                        List.of(),
                        null,
                        null,
                        draft.now()));
        return added;
    }

    /** How much of the line is replaced: as much as comes instead where both are counted or of one unit, otherwise all of it. */
    private static long replaced(Line line, BigDecimal quantity, @Nullable Measure measure, long possible) {
        Measure own = line.item().measure();
        boolean isAlike =
                own == null ? measure == null : measure != null && own.unit().equals(measure.unit());
        BigDecimal most = Measure.decimal(own, possible);
        if (!isAlike || quantity.compareTo(most) >= 0) {
            return possible;
        }
        return quantity.movePointRight(own == null ? 0 : own.digits())
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** What a unit then costs: null for the catalog's price, where all of it costs no more than the units that are replaced. */
    private static @Nullable Money atMost(Line line, long replaced, Product product, long quantity) {
        ReversalBasis old = line.part(line.basis().gone(), replaced);
        Money cost = old.price().minus(old.discount());
        Measure measure = product.handling().measure();
        BigDecimal each =
                BigDecimal.valueOf(cost.minorUnits()).divide(Measure.decimal(measure, quantity), 0, RoundingMode.FLOOR);
        return BigDecimal.valueOf(product.price().minorUnits()).compareTo(each) <= 0
                ? null
                : new Money(cost.currency(), each.longValueExact());
    }

    @Override
    public boolean isPossible(Order order) {
        return !Handovers.cancellable(order).isEmpty();
    }
}
