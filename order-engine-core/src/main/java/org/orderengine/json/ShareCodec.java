package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.decimal;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.text;

import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Money;
import org.orderengine.model.Shipping;
import org.orderengine.model.TaxShare;

/** Discounts, taxes and the delivery that has both. */
final class ShareCodec {

    private static final Shape<Adjustment> DISCOUNT_SHAPE =
            Shape.of(text(Field.SOURCE, Adjustment::source), amount(Field.AMOUNT, Adjustment::amount), Adjustment::new);

    static final Codec<Adjustment> DISCOUNT =
            Codec.of((out, discount) -> DISCOUNT_SHAPE.write(out, discount), in -> DISCOUNT_SHAPE.read(in));

    private static final Shape<TaxShare> TAX_SHAPE = Shape.of(
            text(Field.CATEGORY, TaxShare::category),
            decimal(Field.RATE, TaxShare::rate),
            amount(Field.AMOUNT, TaxShare::amount),
            TaxShare::new);

    static final Codec<TaxShare> TAX = Codec.of((out, tax) -> TAX_SHAPE.write(out, tax), in -> TAX_SHAPE.read(in));

    private static final Shape<Shipping> SHIPPING_SHAPE = Shape.of(
            optionalText(Field.METHOD, Shipping::method),
            amount(Field.PRICE, Shipping::price),
            objects(Field.DISCOUNTS, DISCOUNT, Shipping::discounts),
            objects(Field.TAXES, TAX, Shipping::taxes),
            Shipping::new);

    static final Codec<Shipping> SHIPPING =
            Codec.of((out, shipping) -> SHIPPING_SHAPE.write(out, shipping), in -> SHIPPING_SHAPE.read(in));

    private ShareCodec() {}

    /** The delivery, which is left out where nothing is to be said of it. */
    static <T> Part<T, Shipping> shipping(Function<T, Shipping> shipping) {
        return new Part<>(
                (out, whole) -> {
                    Shipping value = shipping.apply(whole);
                    if (!isNone(value)) {
                        out.object(Field.SHIPPING, value, SHIPPING);
                    }
                },
                List.of(new Part.Slot(Field.SHIPPING, in -> in.object(SHIPPING))),
                values -> {
                    Shipping read = values.next();
                    return read == null ? none(values.in().currency()) : read;
                });
    }

    static Shipping none(Currency currency) {
        return Shipping.of(null, Money.zero(currency));
    }

    private static boolean isNone(Shipping shipping) {
        return shipping.method() == null
                && shipping.price().isZero()
                && shipping.discounts().isEmpty()
                && shipping.taxes().isEmpty();
    }
}
