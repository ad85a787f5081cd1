package org.orderengine.json;

import static org.orderengine.json.Part.effectId;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.ShareCodec.shipping;

import org.orderengine.model.PendingChange;

/** Changes that wait for stock. */
final class ChangeCodec {

    static final Shape<PendingChange> CHANGE = Shape.of(
            effectId(Field.EFFECT, PendingChange::effect),
            objects(Field.LINES, LineCodec.LINE, PendingChange::lines)
                    .inCurrency(change -> change.shipping().price().currency()),
            shipping(PendingChange::shipping),
            objects(Field.COUPONS, BenefitCodec.COUPON, PendingChange::coupons),
            PendingChange::new);

    private ChangeCodec() {}
}
