package org.orderengine.decision.effect;

import java.util.List;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Payments;
import org.orderengine.event.Event;
import org.orderengine.model.Intent;
import org.orderengine.model.Money;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.EffectKind;

/** The effects that ask no service by themselves. The books of the order say what they come to. */
final class BooksDesk implements Desk {

    @Override
    public List<Duty> duties() {
        return List.of(
                Duty.inside(EffectKind.DEPOSIT_KEEP, BooksDesk::keepDeposit),
                Duty.inside(EffectKind.AUTHORIZATION_EXPIRE, BooksDesk::expire),
                Duty.inside(EffectKind.PROPOSAL_DROP, Proposals::drop),
                Duty.inside(EffectKind.REVERSE, BooksDesk::reverse));
    }

    /** The money is there already, and {@code reverse} leaves it. */
    private static void keepDeposit(Draft draft) {
        Money deposit = draft.policy().deposits().depositOf(draft.order());
        if (deposit.isPositive()) {
            draft.apply(new Event.DepositKept(deposit));
        }
    }

    /** What is asked of a payment's provider is left to its answer. */
    private static void expire(Draft draft) {
        for (Payment payment : draft.books().payments()) {
            Money promised = Payments.room(draft.order(), payment);
            if (promised.isPositive() && Payments.chargeUnderWay(draft.order(), payment) == null) {
                draft.apply(new Event.PaymentVoided(payment.id(), promised));
            }
        }
    }

    private static void reverse(Draft draft) {
        Cancellations.cancelAll(draft);
        Settlement.settle(draft);
    }

    /** What gives something back is part of taking the order back. */
    @Override
    public boolean belongs(Intent wanted, EffectKind named) {
        return named == EffectKind.REVERSE
                ? EffectKind.of(wanted).role() == EffectKind.Role.GIVES_BACK
                : named.is(wanted);
    }
}
