package org.orderengine.engine;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * The quote of a reversal: the money, points and coupons that an action would give back, or the refusal that it would get.
 *
 * <p>It sums what the commit of a {@link Preview} would owe. Nothing was stored, refunded or given back.
 *
 * <pre>{@code
 * if (engine.quoteReverse(Action.on("o-1", "cancel").line("1", 1).build()) instanceof ReverseQuote.Quoted quoted) {
 *     show(quoted.refund(), quoted.parts(), quoted.coupons());
 * }
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 */
public sealed interface ReverseQuote permits ReverseQuote.Quoted, Outcome.Rejected {

    /**
     * The action would be taken.
     *
     * @param order the order as it would stand, with the effects that it would owe
     * @param refund the money that would go back
     * @param parts the payments that it would come from
     * @param pointsReturned spent points that would come back
     * @param pointsClawedBack granted points that would be taken back
     * @param coupons the codes of coupons that would come back
     */
    record Quoted(
            Order order,
            Money refund,
            List<Part> parts,
            long pointsReturned,
            long pointsClawedBack,
            List<String> coupons)
            implements ReverseQuote {
        public Quoted {
            parts = List.copyOf(parts);
            coupons = List.copyOf(coupons);
        }
    }

    /**
     * What one payment would give back.
     *
     * @param payment the payment's id
     * @param amount how much
     * @param asStoreCredit whether it would go back as store credit instead of as it was paid
     */
    record Part(String payment, Money amount, boolean asStoreCredit) {}

    /** Sums what the commit of a preview would owe. */
    static ReverseQuote of(Preview preview) {
        if (preview instanceof Outcome.Rejected rejected) {
            return rejected;
        }
        Preview.WouldAccept accepted = (Preview.WouldAccept) preview;
        Money refund = accepted.order().books().money(0);
        List<Part> parts = new ArrayList<>();
        List<String> coupons = new ArrayList<>();
        long returned = 0;
        long clawedBack = 0;
        for (OwedEffect effect : accepted.owed()) {
            Money amount = effect.amount();
            switch (EffectKind.of(effect)) {
                case PAYMENT_REFUND, PAYMENT_CREDIT -> {
                    if (amount != null && effect.subject() != null) {
                        refund = refund.plus(amount);
                        parts.add(new Part(effect.subject(), amount, EffectKind.PAYMENT_CREDIT.is(effect)));
                    }
                }
                case POINTS_RETURN -> returned += effect.points();
                case POINTS_CLAW_BACK -> clawedBack += effect.points();
                case COUPONS_RETURN -> coupons.addAll(effect.codes());
                default -> {
                    // moves neither money nor benefits of the buyer's
                }
            }
        }
        return new Quoted(accepted.order(), refund, parts, returned, clawedBack, coupons);
    }
}
