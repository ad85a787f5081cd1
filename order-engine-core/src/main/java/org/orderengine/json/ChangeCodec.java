package org.orderengine.json;

import java.io.IOException;
import java.util.List;
import org.orderengine.model.Coupon;
import org.orderengine.model.EffectId;
import org.orderengine.model.Line;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Shipping;

/** Changes that wait for stock. */
final class ChangeCodec {

    private ChangeCodec() {}

    static void write(FieldWriter out, PendingChange change) throws IOException {
        out.text(Field.EFFECT, change.effect().toString());
        out.currency(change.shipping().price().currency());
        out.objects(Field.LINES, change.lines(), LineCodec::write);
        if (!ShareCodec.isNone(change.shipping())) {
            out.object(Field.SHIPPING, change.shipping(), ShareCodec::writeShipping);
        }
        out.objects(Field.COUPONS, change.coupons(), BenefitCodec::writeCoupon);
    }

    static PendingChange read(FieldReader in) throws IOException {
        EffectId effect = null;
        List<Line> lines = List.of();
        Shipping shipping = null;
        List<Coupon> coupons = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case EFFECT -> effect = in.effectId();
                case LINES -> lines = in.objects(LineCodec::read);
                case SHIPPING -> shipping = in.object(ShareCodec::readShipping);
                case COUPONS -> coupons = in.objects(BenefitCodec::readCoupon);
                default -> throw in.unexpected(field);
            }
        }
        return new PendingChange(
                in.required(effect, Field.EFFECT),
                lines,
                shipping == null ? ShareCodec.none(in.currency()) : shipping,
                coupons);
    }
}
