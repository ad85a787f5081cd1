package org.orderengine.json;

import java.util.List;
import org.orderengine.model.Coupon;
import org.orderengine.model.Lapse;
import org.orderengine.model.Line;
import org.orderengine.model.PendingChange;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Shipping;

/** Changes that wait for stock or to be confirmed, and what a lapse took back. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class ChangeCodec {

    static final Shape<PendingChange> CHANGE = Shape.of(
            Field.EFFECT.effectId(PendingChange::effect),
            Field.LINES.objects(LineCodec.LINE, PendingChange::lines).inCurrencyOf(PendingChange::shipping),
            ShareCodec.shipping(PendingChange::shipping),
            Field.COUPONS.objects(ShareCodec.COUPON, PendingChange::coupons),
            PendingChange::new);

    static final Shape<ProposedChange> PROPOSAL = Shape.of(
            Field.PROPOSAL.text(ProposedChange::id),
            Field.SINCE.instant(ProposedChange::since),
            Field.REASON.optionalText(ProposedChange::reason),
            Field.DIFFERENCE.amount(ProposedChange::difference),
            Field.PAYLOAD.payload(ProposedChange::change),
            Part.of(
                    Field.LINES.objects(LineCodec.LINE, ProposedChange::lines),
                    ShareCodec.shipping(ProposedChange::shipping),
                    Field.COUPONS.objects(ShareCodec.COUPON, ProposedChange::coupons),
                    Priced::new),
            (id, since, reason, difference, change, priced) -> new ProposedChange(
                    id, since, reason, change, priced.lines, priced.shipping, priced.coupons, difference));

    static final Shape<Lapse> LAPSE = Shape.of(
            Field.TIMER.text(Lapse::timer),
            Field.LINES.objects(LineCodec.QUANTITY, Lapse::lines).inCurrencyOf(Lapse::shipping),
            Field.SHIPPING.object(ShareCodec.SHIPPING, Lapse::shipping),
            Lapse::new);

    private ChangeCodec() {}

    /** The prices of a change. */
    private record Priced(List<Line> lines, Shipping shipping, List<Coupon> coupons) {}
}
