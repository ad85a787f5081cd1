package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.Prices;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Units;
import org.orderengine.pricing.PricingCodes;

/** Proposed changes that wait to be confirmed: when they end, and what they enter into the books. */
public final class Proposals {

    private Proposals() {}

    /**
     * The change that waits. Refuses where another one is named.
     *
     * @param id the id that the action names; null where it names none
     */
    public static ProposedChange waiting(Draft draft, @Nullable String id) {
        ProposedChange proposed = draft.flow().proposal();
        if (proposed == null || (id != null && !id.equals(proposed.id()))) {
            throw Draft.refuse(
                    Codes.UNKNOWN_PROPOSAL,
                    "Order " + draft.order().id() + " has no change" + (id == null ? "" : " \"" + id + "\"")
                            + " that waits to be confirmed" + (proposed == null ? "" : "; " + proposed.id() + " does"));
        }
        return proposed;
    }

    /** Ends the change that waits, if there is one. */
    public static void drop(Draft draft) {
        ProposedChange proposed = draft.flow().proposal();
        if (proposed != null) {
            draft.apply(new Event.ProposalEnded(proposed.id()));
        }
    }

    /** Ends the change that waits when the order is no longer what the change was priced for, or has ended. */
    public static void settle(Draft draft) {
        if (draft.flow().proposal() != null
                && (draft.order().position().ended() || !isWorthTheSame(draft.found(), draft.books()))) {
            drop(draft);
        }
    }

    /** Whether an order stands for the same at the same prices, wherever its units are. */
    private static boolean isWorthTheSame(Books before, Books after) {
        return before.lines().size() == after.lines().size()
                && before.shipping().equals(after.shipping())
                && before.charges().equals(after.charges())
                && codes(before).equals(codes(after))
                && before.lines().stream().allMatch(line -> isWorthTheSame(line, after.line(line.id())));
    }

    private static boolean isWorthTheSame(Line before, @Nullable Line after) {
        return after != null && before.item().equals(after.item()) && Objects.equals(before.basis(), after.basis());
    }

    private static List<String> codes(Books books) {
        return books.coupons().stream().map(Coupon::code).toList();
    }

    /** The books after a change at the prices of its request, with the units where they are now. */
    public static Books asRequested(Draft draft, ProposedChange proposed) {
        List<Line> lines = new ArrayList<>();
        for (Line priced : proposed.prices().lines()) {
            Line now = draft.books().line(priced.id());
            lines.add(now == null ? priced : now.priced(priced.item(), units(now, priced), priced.basis()));
        }
        Prices prices = proposed.prices();
        return draft.books().withPrices(prices.with(lines, coupons(draft, proposed)));
    }

    private static Units units(Line now, Line priced) {
        long more = priced.basis().remainingUnits() - now.basis().remainingUnits();
        if (more >= 0) {
            return more == 0 ? now.units() : now.units().orderMore(more);
        }
        if (-more > now.units().unshipped()) {
            throw Draft.refuse(
                    PricingCodes.UNITS_SHIPPED,
                    "line " + now.id() + " cannot go down by " + -more + " units: only "
                            + now.units().unshipped() + " of them have not been shipped");
        }
        return now.units().cancel(-more);
    }

    /** The coupons as they are, and those that the change brings. */
    private static List<Coupon> coupons(Draft draft, ProposedChange proposed) {
        List<Coupon> coupons = new ArrayList<>(draft.books().coupons());
        List<String> known = codes(draft.books());
        for (Coupon coupon : proposed.prices().coupons()) {
            if (!known.contains(coupon.code())) {
                coupons.add(coupon);
            }
        }
        return coupons;
    }
}
