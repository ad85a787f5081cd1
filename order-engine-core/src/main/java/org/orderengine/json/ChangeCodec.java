package org.orderengine.json;

import java.util.List;
import java.util.function.Function;
import org.orderengine.model.Charge;
import org.orderengine.model.Coupon;
import org.orderengine.model.Lapse;
import org.orderengine.model.Line;
import org.orderengine.model.Offer;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Prices;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Shipping;

/** Changes that wait for stock or to be confirmed, and what a lapse took back. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class ChangeCodec {

    static final Shape<PendingChange> CHANGE =
            Shape.of(Field.EFFECT.effectId(PendingChange::effect), prices(PendingChange::prices), PendingChange::new);

    static final Shape<ProposedChange> PROPOSAL = Shape.of(
            Field.PROPOSAL.text(ProposedChange::id),
            Field.SINCE.instant(ProposedChange::since),
            Field.REASON.optionalText(ProposedChange::reason),
            Field.DIFFERENCE.amount(ProposedChange::difference),
            Field.PAYLOAD.payload(ProposedChange::change),
            prices(ProposedChange::prices),
            (id, since, reason, difference, change, prices) ->
                    new ProposedChange(id, since, reason, change, prices, difference));

    static final Shape<Lapse> LAPSE = Shape.of(
            Field.TIMER.text(Lapse::timer),
            Field.LINES.objects(LineCodec.QUANTITY, Lapse::lines).inCurrencyOf(Lapse::shipping),
            Field.SHIPPING.object(ShareCodec.SHIPPING, Lapse::shipping),
            Lapse::new);

    private ChangeCodec() {}

    /** All that a price consists of. */
    static <T> Part<T, Prices> prices(Function<T, Prices> prices) {
        Part<T, List<Line>> lines = Field.LINES
                .<T, Line>objects(LineCodec.LINE, whole -> prices.apply(whole).lines())
                .inCurrencyOf(whole -> prices.apply(whole).shipping());
        Part<T, Shipping> shipping =
                ShareCodec.shipping(whole -> prices.apply(whole).shipping());
        Part<T, List<Charge>> charges = Field.CHARGES.objects(
                ShareCodec.CHARGE, whole -> prices.apply(whole).charges());
        Part<T, List<Coupon>> coupons = Field.COUPONS.objects(
                ShareCodec.COUPON, whole -> prices.apply(whole).coupons());
        Part<T, List<Offer>> offers = Field.OFFERS.objects(
                OfferCodec.OFFER, whole -> prices.apply(whole).offers());
        return Part.of(
                List.of(lines, shipping, charges, coupons, offers),
                in -> new Prices(lines.of(in), shipping.of(in), charges.of(in), coupons.of(in), offers.of(in)));
    }
}
