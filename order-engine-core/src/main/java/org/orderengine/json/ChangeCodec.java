package org.orderengine.json;

import org.orderengine.model.Lapse;
import org.orderengine.model.PendingChange;
import org.orderengine.model.ProposedChange;

/** Changes that wait for stock or to be confirmed, and what a lapse took back. */
final class ChangeCodec {

    static final Shape<PendingChange> CHANGE = Shape.of(
            Field.EFFECT.effectId(PendingChange::effect),
            Field.LINES
                    .objects(LineCodec.LINE, PendingChange::lines)
                    .inCurrency(change -> change.shipping().price().currency()),
            ShareCodec.shipping(PendingChange::shipping),
            Field.COUPONS.objects(BenefitCodec.COUPON, PendingChange::coupons),
            PendingChange::new);

    static final Shape<ProposedChange> PROPOSAL = Shape.of(
            Field.PROPOSAL.text(ProposedChange::id),
            Field.SINCE.instant(ProposedChange::since),
            Field.REASON.optionalText(ProposedChange::reason),
            Field.DIFFERENCE.amount(ProposedChange::difference),
            Field.PAYLOAD.payload(ProposedChange::change),
            Field.LINES.objects(LineCodec.LINE, ProposedChange::lines),
            ShareCodec.shipping(ProposedChange::shipping),
            Field.COUPONS.objects(BenefitCodec.COUPON, ProposedChange::coupons),
            (id, since, reason, difference, change, lines, shipping, coupons) ->
                    new ProposedChange(id, since, reason, change, lines, shipping, coupons, difference));

    static final Shape<Lapse> LAPSE = Shape.of(
            Field.TIMER.text(Lapse::timer),
            Field.LINES
                    .objects(FulfilmentCodec.QUANTITY, Lapse::lines)
                    .inCurrency(lapse -> lapse.shipping().price().currency()),
            Field.SHIPPING.object(ShareCodec.SHIPPING, Lapse::shipping),
            Lapse::new);

    private ChangeCodec() {}
}
