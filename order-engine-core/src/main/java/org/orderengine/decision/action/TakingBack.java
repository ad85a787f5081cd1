package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.event.Event;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.pricing.quote.Change;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;

/** Enters returned units: money goes back, and a replacement may be sent. */
final class TakingBack {

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
    static void takeBack(Draft draft, Return returned, List<ReturnLine> found) {
        Money before = draft.order().totals().total();
        Money owedBefore = Refunds.owedBack(draft);
        draft.apply(new Event.ReturnReceived(returned.id(), found, draft.books().money(0)));
        PriceEntry.requalify(draft, draft.policy().pricing().policy().onReturn());
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

    private static void replace(Draft draft, Return returned) {
        boolean kept = returned.lines().stream().anyMatch(line -> line.accepted() + line.damaged() > 0);
        if (kept
                && !returned.replacement().isEmpty()
                && returned.replacedBy().isEmpty()
                && unknown(draft, returned.replacement()) == null) {
            addReplacement(draft, returned);
        }
    }

    /** The first of these products that the catalog does not have; null where it has all. */
    static @Nullable String unknown(Draft draft, List<Return.Replacement> replacement) {
        for (Return.Replacement one : replacement) {
            if (!draft.facts().products().containsKey(one.sku())) {
                return one.sku();
            }
        }
        return null;
    }

    /** Adds lines for the replacements. */
    static void addReplacement(Draft draft, Return returned) {
        List<QuoteLine> added = new ArrayList<>();
        for (Return.Replacement replacement : returned.replacement()) {
            String id = Names.next(
                    "",
                    draft.books().lines().size() + added.size(),
                    taken -> draft.books().line(taken) != null);
            added.add(new QuoteLine(id, replacement.sku(), replacement.quantity(), null));
        }
        PriceEntry.add(draft, new Change(draft.order().origin(), Map.of(), added, List.of(), null, null, draft.now()));
        draft.apply(new Event.ReturnReplaced(
                returned.id(), added.stream().map(QuoteLine::id).toList()));
    }
}
