package org.orderengine.decision;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.pricing.Change;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.process.EffectNames;
import org.orderengine.spi.pricing.ReversalPolicy;

/** Enters a new price into the books, and wants the stock that it takes or frees. */
final class Repriced {

    private Repriced() {}

    /** Changes what the order stands for, priced by the policy for modifications. */
    static void change(Draft draft, Change change) {
        enter(draft, draft.policy().pricing().change(draft.books(), change, draft.facts()));
    }

    /** Applies offers anew to what stays, where the policy for a reversal says so. */
    static void requalify(Draft draft, ReversalPolicy policy) {
        if (policy == ReversalPolicy.REQUALIFY && !draft.books().isNothingLeft()) {
            Change none = Change.none(draft.order().origin(), draft.now());
            enter(draft, draft.policy().pricing().requalify(draft.books(), none, draft.facts()));
        }
    }

    private static void enter(Draft draft, QuoteResult result) {
        if (result instanceof QuoteResult.Refused refused) {
            throw Draft.refuse(refused.problem().code(), refused.problem().message());
        }
        Books before = draft.books();
        Books after = ((QuoteResult.Quoted) result).books();
        boolean holdsStock = before.lines().stream()
                .anyMatch(line -> line.units().promised() > 0 || line.units().shipped() > 0);
        draft.apply(new Event.OrderRepriced(after.lines(), after.shipping(), after.coupons()));
        List<LineQuantity> freed = new ArrayList<>();
        List<LineQuantity> taken = new ArrayList<>();
        for (Line line : after.lines()) {
            Line old = before.line(line.id());
            long promised = old == null ? 0 : old.units().promised();
            long open = old == null ? 0 : old.units().open();
            if (promised > line.units().promised()) {
                freed.add(new LineQuantity(line.id(), promised - line.units().promised()));
            }
            if (line.units().open() > open) {
                taken.add(new LineQuantity(line.id(), line.units().open() - open));
            }
        }
        if (!freed.isEmpty()) {
            draft.want(Wanted.units(EffectNames.INVENTORY_RELEASE, null, freed));
        }
        if (!taken.isEmpty() && holdsStock && draft.policy().services().inventory()) {
            draft.want(Wanted.units(EffectNames.INVENTORY_RESERVE, null, taken));
        }
    }
}
