package org.orderengine.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Charge;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Coupon;
import org.orderengine.model.Money;
import org.orderengine.model.Points;
import org.orderengine.model.PriceReduction;
import org.orderengine.model.Shipping;
import org.orderengine.model.TaxShare;

/** Discounts, taxes, the delivery and charges that have both, coupons and points. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class ShareCodec {

    private static final Shape<Adjustment> DISCOUNT_SHAPE =
            Shape.of(Field.SOURCE.text(Adjustment::source), Field.AMOUNT.amount(Adjustment::amount), Adjustment::new);

    static final Codec<Adjustment> DISCOUNT = Codec.of(ShareCodec::writeDiscount, in -> DISCOUNT_SHAPE.read(in));

    private static final Shape<TaxShare> TAX_SHAPE = Shape.of(
            Field.CATEGORY.text(TaxShare::category),
            Field.RATE.decimal(TaxShare::rate),
            Field.AMOUNT.amount(TaxShare::amount),
            TaxShare::new);

    static final Codec<TaxShare> TAX = Codec.of(ShareCodec::writeTax, in -> TAX_SHAPE.read(in));

    private static final Shape<Shipping> SHIPPING_SHAPE = Shape.of(
            Field.METHOD.optionalText(Shipping::method),
            Field.PRICE.amount(Shipping::price),
            Field.DISCOUNTS.objects(DISCOUNT, Shipping::discounts),
            Field.TAXES.objects(TAX, Shipping::taxes),
            Shipping::new);

    static final Codec<Shipping> SHIPPING = Codec.of(ShareCodec::writeShipping, in -> SHIPPING_SHAPE.read(in));

    static final Shape<PriceReduction> REDUCTION = Shape.of(
            Field.FIRST.number(PriceReduction::first),
            Field.QUANTITY.number(PriceReduction::units),
            Field.AMOUNT.amount(PriceReduction::discount),
            Field.TAXES.objects(TAX, PriceReduction::taxes),
            PriceReduction::new);

    private static final Words<ChargeTerms.Refund> CHARGE_REFUNDS = new Words<>(ChargeTerms.Refund.class);

    private static final Shape<ChargeTerms> CHARGE_TERMS = Shape.of(
            Field.CHARGE.text(ChargeTerms::charge),
            Field.PRICE.amount(ChargeTerms::price),
            Field.TAX_CATEGORY.optionalText(ChargeTerms::taxCategory),
            Field.REFUND.word(CHARGE_REFUNDS, ChargeTerms.Refund.WITH_LAST, ChargeTerms::refund),
            Field.LINE.optionalText(ChargeTerms::line),
            ChargeTerms::new);

    static final Shape<Charge> CHARGE = Shape.of(
            Part.inline(CHARGE_TERMS, Charge::terms),
            Field.GONE_BEFORE.usualDecimal(Charge::goneBefore, BigDecimal.ZERO),
            Field.DISCOUNTS.objects(DISCOUNT, Charge::discounts),
            Field.TAXES.objects(TAX, Charge::taxes),
            Field.PAYMENT.optionalText(Charge::payment),
            Charge::new);

    private static final Words<Coupon.State> COUPON_STATES = new Words<>(Coupon.State.class);

    private static final Shape<Coupon> COUPON_SHAPE = Shape.of(
            Field.CODE.text(Coupon::code),
            Field.STATE.word(COUPON_STATES, Coupon.State.CARRIED, Coupon::state),
            Coupon::new);

    static final Codec<Coupon> COUPON =
            Codec.of((out, coupon) -> COUPON_SHAPE.write(out, coupon), in -> COUPON_SHAPE.read(in));

    static final Shape<Points> POINTS = Shape.of(
            Field.SPENT.number(Points::spent),
            Field.RETURNED.number(Points::returned),
            Field.GRANTED.number(Points::granted),
            Field.CLAWED_BACK.number(Points::clawedBack),
            Field.GRANTED_ON.number(Points::grantedOn),
            Points::new);

    private ShareCodec() {}

    private static void writeDiscount(FieldWriter out, Adjustment discount) throws IOException {
        out.text(Field.SOURCE, discount.source());
        out.amount(Field.AMOUNT, discount.amount());
    }

    private static void writeTax(FieldWriter out, TaxShare tax) throws IOException {
        out.text(Field.CATEGORY, tax.category());
        out.decimal(Field.RATE, tax.rate());
        out.amount(Field.AMOUNT, tax.amount());
    }

    private static void writeShipping(FieldWriter out, Shipping shipping) throws IOException {
        out.text(Field.METHOD, shipping.method());
        out.amount(Field.PRICE, shipping.price());
        out.objects(Field.DISCOUNTS, shipping.discounts(), DISCOUNT);
        out.objects(Field.TAXES, shipping.taxes(), TAX);
    }

    /** The delivery, which is left out where nothing is to be said of it. */
    static <T> Part<T, Shipping> shipping(Function<T, Shipping> shipping) {
        Part<T, @Nullable Shipping> part =
                Field.SHIPPING.optionalObject(SHIPPING, whole -> unlessNone(shipping.apply(whole)));
        return Part.or(part, in -> none(in.currency()));
    }

    private static @Nullable Shipping unlessNone(Shipping shipping) {
        boolean isFree = shipping.price().isZero() && shipping.discounts().isEmpty();
        return isFree && shipping.taxes().isEmpty() && shipping.method() == null ? null : shipping;
    }

    static Shipping none(Currency currency) {
        return Shipping.of(null, Money.zero(currency));
    }
}
