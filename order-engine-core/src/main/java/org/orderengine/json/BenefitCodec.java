package org.orderengine.json;

import static org.orderengine.json.Part.number;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.Part.word;

import org.orderengine.model.Coupon;
import org.orderengine.model.Points;

/** Coupons and points. */
final class BenefitCodec {

    private static final Words<Coupon.State> STATES = new Words<>(Coupon.State.class, Coupon.State.values());

    private static final Shape<Coupon> COUPON_SHAPE = Shape.of(
            text(Field.CODE, Coupon::code),
            word(Field.STATE, STATES, Coupon.State.CARRIED, Coupon::state),
            Coupon::new);

    static final Codec<Coupon> COUPON =
            Codec.of((out, coupon) -> COUPON_SHAPE.write(out, coupon), in -> COUPON_SHAPE.read(in));

    static final Shape<Points> POINTS = Shape.of(
            number(Field.SPENT, Points::spent),
            number(Field.RETURNED, Points::returned),
            number(Field.GRANTED, Points::granted),
            number(Field.CLAWED_BACK, Points::clawedBack),
            number(Field.GRANTED_ON, Points::grantedOn),
            Points::new);

    private BenefitCodec() {}
}
