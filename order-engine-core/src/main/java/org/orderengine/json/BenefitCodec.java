package org.orderengine.json;

import org.orderengine.model.Coupon;
import org.orderengine.model.Points;

/** Coupons and points. */
final class BenefitCodec {

    private static final Words<Coupon.State> STATES = new Words<>(Coupon.State.class, Coupon.State.values());

    private static final Shape<Coupon> COUPON_SHAPE = Shape.of(
            Field.CODE.text(Coupon::code), Field.STATE.word(STATES, Coupon.State.CARRIED, Coupon::state), Coupon::new);

    static final Codec<Coupon> COUPON =
            Codec.of((out, coupon) -> COUPON_SHAPE.write(out, coupon), in -> COUPON_SHAPE.read(in));

    static final Shape<Points> POINTS = Shape.of(
            Field.SPENT.number(Points::spent),
            Field.RETURNED.number(Points::returned),
            Field.GRANTED.number(Points::granted),
            Field.CLAWED_BACK.number(Points::clawedBack),
            Field.GRANTED_ON.number(Points::grantedOn),
            Points::new);

    private BenefitCodec() {}
}
