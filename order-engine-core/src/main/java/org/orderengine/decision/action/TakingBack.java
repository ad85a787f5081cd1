package org.orderengine.decision.action;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.pricing.quote.AskedQuantity;
import org.orderengine.pricing.quote.Change;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.pricing.quote.QuoteRequest.Sold;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.spi.catalog.Product;

/** Enters returned units: money goes back, and a replacement may be sent. */
final class TakingBack {

    /** Whether the price of the delivery goes back too. */
    static final PayloadKey REFUND_SHIPPING = PayloadKey.flag(
                    "refundShipping", "whether the delivery costs nothing any more")
            .orElse("what the shop's policy says");

    private TakingBack() {}

    /** The products whose facts are needed to take units back: the replacements, and all where offers apply anew. */
    static Optional<PricingNeeds> facts(Order order, DecisionPolicy policy) {
        Set<String> skus = new LinkedHashSet<>();
        for (Return returned : order.books().returns()) {
            returned.replacement().forEach(replacement -> skus.add(replacement.sku()));
        }
        return facts(skus, policy);
    }

    /** The same for given replacements. */
    static Optional<PricingNeeds> facts(Set<String> replacements, DecisionPolicy policy) {
        return replacements.isEmpty() && policy.pricing().policy().onReturn() != ReversalPolicy.REQUALIFY
                ? Optional.empty()
                : Optional.of(new PricingNeeds(replacements, List.of()));
    }

    /** Enters the units that came back. The return's refund is what goes out for it: what is kept, owed or spent on a replacement does not. */
    static void takeBack(Draft draft, Return returned, List<ReturnLine> found, @Nullable Boolean refundShipping) {
        Money before = draft.order().totals().total();
        Money owedBefore = Refunds.owedBack(draft);
        draft.apply(new Event.ReturnReceived(returned.id(), found, draft.books().money(0)));
        PricingPolicy prices = draft.policy().pricing().policy();
        PriceEntry.requalify(draft, returned.kind() == Return.Kind.EXCHANGE ? prices.onExchange() : prices.onReturn());
        if (refundShipping == null ? isShippingPaidBack(draft, returned, found) : refundShipping) {
            draft.apply(new Event.ShippingWaived());
        }
        Refunds.charge(draft, RefundPolicy.Cause.RETURN, before);
        Money less = before.minus(draft.order().totals().total());
        Return after = draft.books().returnOf(returned.id());
        if (after != null && after.pending() == 0 && !draft.order().position().ended()) {
            replace(draft, after);
        }
        Money goesOut = Refunds.owedBack(draft).minus(owedBefore).min(less);
        if (goesOut.isPositive()) {
            draft.apply(new Event.ReturnReceived(returned.id(), List.of(), goesOut));
        }
    }

    /** What the shop's policy says; goods that are exchanged are replaced, so that not everything comes back. */
    private static boolean isShippingPaidBack(Draft draft, Return returned, List<ReturnLine> found) {
        boolean isTaken = found.stream().anyMatch(line -> line.accepted() + line.damaged() > 0);
        return isTaken
                && switch (draft.policy().reversal().returns().shipping()) {
                    case NEVER -> false;
                    case WHEN_EVERYTHING_COMES_BACK ->
                        returned.kind() != Return.Kind.EXCHANGE && draft.books().isNothingLeft();
                    case ALWAYS -> true;
                };
    }

    private static void replace(Draft draft, Return returned) {
        boolean kept = returned.lines().stream().anyMatch(line -> line.accepted() + line.damaged() > 0);
        if (kept
                && !returned.replacement().isEmpty()
                && returned.replacedBy().isEmpty()
                && areSold(draft, returned.replacement())) {
            addReplacement(draft, returned);
        }
    }

    /** Whether the catalog still has all these products, measured as they were. */
    private static boolean areSold(Draft draft, List<Return.Replacement> replacement) {
        for (Return.Replacement one : replacement) {
            Product product = draft.facts().products().get(one.sku());
            if (product == null
                    || AskedQuantity.problem(quantity(one), product.handling().measure(), "") != null) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal quantity(Return.Replacement replacement) {
        return Measure.decimal(replacement.measure(), replacement.quantity());
    }

    /** Adds lines for the replacements. Units of a product that goes back cost what those that go back cost, unless a price was agreed. */
    static void addReplacement(Draft draft, Return returned) {
        List<QuoteLine> added = new ArrayList<>();
        Map<String, Long> used = new HashMap<>();
        for (Return.Replacement replacement : returned.replacement()) {
            String id = Names.next(
                    "",
                    draft.books().lines().size() + added.size(),
                    taken -> draft.books().line(taken) != null);
            Sold like = replacement.price() == null ? alike(draft.books(), returned, replacement, used) : null;
            added.add(new QuoteLine(id, replacement.sku(), quantity(replacement), replacement.price(), Map.of(), like));
        }
        PriceEntry.exchange(
                draft, new Change(draft.order().origin(), Map.of(), added, List.of(), null, null, draft.now()));
        draft.apply(new Event.ReturnReplaced(
                returned.id(), added.stream().map(QuoteLine::id).toList()));
    }

    /**
     * The worth of units of the replacement's product that go back, as many as there are and it has: the last that went, or the next that
     * will where it goes out in advance. Null where none is of that product.
     *
     * @param used by line, how many units other replacements stand for already
     */
    private static @Nullable Sold alike(
            Books books, Return returned, Return.Replacement replacement, Map<String, Long> used) {
        for (ReturnLine back : returned.lines()) {
            Line line = books.line(back.line());
            if (line == null
                    || !line.item().sku().equals(replacement.sku())
                    || !Objects.equals(line.item().measure(), replacement.measure())) {
                continue;
            }
            long came = back.accepted() + back.damaged();
            long before = line.basis().gone() - came + used.getOrDefault(line.id(), 0L);
            long count = Math.min(replacement.quantity(), came + back.pending() - used.getOrDefault(line.id(), 0L));
            if (count > 0 && before >= 0) {
                used.merge(line.id(), count, Math::addExact);
                return new Sold(line.item(), line.part(before, count));
            }
        }
        return null;
    }
}
