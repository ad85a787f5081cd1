package org.orderengine.json;

import java.io.IOException;
import org.orderengine.model.Coupon;
import org.orderengine.model.Points;

/** Coupons and points. */
final class BenefitCodec {

    private static final Words<Coupon.State> STATES = new Words<>(Coupon.State.class, Coupon.State.values());

    private BenefitCodec() {}

    static void writeCoupon(FieldWriter out, Coupon coupon) throws IOException {
        out.text(Field.CODE, coupon.code());
        out.word(Field.STATE, STATES, coupon.state(), Coupon.State.CARRIED);
    }

    static Coupon readCoupon(FieldReader in) throws IOException {
        String code = null;
        Coupon.State state = Coupon.State.CARRIED;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case CODE -> code = in.text();
                case STATE -> state = in.word(STATES);
                default -> throw in.unexpected(field);
            }
        }
        return new Coupon(in.required(code, Field.CODE), state);
    }

    static void writePoints(FieldWriter out, Points points) throws IOException {
        out.number(Field.SPENT, points.spent());
        out.number(Field.RETURNED, points.returned());
        out.number(Field.GRANTED, points.granted());
        out.number(Field.CLAWED_BACK, points.clawedBack());
        out.number(Field.GRANTED_ON, points.grantedOn());
    }

    static Points readPoints(FieldReader in) throws IOException {
        long spent = 0;
        long returned = 0;
        long granted = 0;
        long clawedBack = 0;
        long grantedOn = 0;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case SPENT -> spent = in.number();
                case RETURNED -> returned = in.number();
                case GRANTED -> granted = in.number();
                case CLAWED_BACK -> clawedBack = in.number();
                case GRANTED_ON -> grantedOn = in.number();
                default -> throw in.unexpected(field);
            }
        }
        return new Points(spent, returned, granted, clawedBack, grantedOn);
    }
}
