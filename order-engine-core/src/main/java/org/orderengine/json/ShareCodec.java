package org.orderengine.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Money;
import org.orderengine.model.Shipping;
import org.orderengine.model.TaxShare;

/** Discounts, taxes and the delivery that has both. */
final class ShareCodec {

    private ShareCodec() {}

    static void writeShipping(FieldWriter out, Shipping shipping) throws IOException {
        out.text(Field.METHOD, shipping.method());
        out.amount(Field.PRICE, shipping.price());
        out.objects(Field.DISCOUNTS, shipping.discounts(), ShareCodec::writeDiscount);
        out.objects(Field.TAXES, shipping.taxes(), ShareCodec::writeTax);
    }

    static Shipping readShipping(FieldReader in) throws IOException {
        String method = null;
        Money price = null;
        List<Adjustment> discounts = List.of();
        List<TaxShare> taxes = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case METHOD -> method = in.text();
                case PRICE -> price = in.amount();
                case DISCOUNTS -> discounts = in.objects(ShareCodec::readDiscount);
                case TAXES -> taxes = in.objects(ShareCodec::readTax);
                default -> throw in.unexpected(field);
            }
        }
        return new Shipping(method, in.orZero(price), discounts, taxes);
    }

    /** A delivery that nothing is to be said of; documents leave it out. */
    static Shipping none(Currency currency) {
        return Shipping.of(null, Money.zero(currency));
    }

    static boolean isNone(Shipping shipping) {
        return shipping.method() == null
                && shipping.price().isZero()
                && shipping.discounts().isEmpty()
                && shipping.taxes().isEmpty();
    }

    static void writeDiscount(FieldWriter out, Adjustment discount) throws IOException {
        out.text(Field.SOURCE, discount.source());
        out.amount(Field.AMOUNT, discount.amount());
    }

    static Adjustment readDiscount(FieldReader in) throws IOException {
        String source = null;
        Money amount = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case SOURCE -> source = in.text();
                case AMOUNT -> amount = in.amount();
                default -> throw in.unexpected(field);
            }
        }
        return new Adjustment(in.required(source, Field.SOURCE), in.orZero(amount));
    }

    static void writeTax(FieldWriter out, TaxShare tax) throws IOException {
        out.text(Field.CATEGORY, tax.category());
        out.decimal(Field.RATE, tax.rate());
        out.amount(Field.AMOUNT, tax.amount());
    }

    static TaxShare readTax(FieldReader in) throws IOException {
        String category = null;
        BigDecimal rate = null;
        Money amount = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case CATEGORY -> category = in.text();
                case RATE -> rate = in.decimal();
                case AMOUNT -> amount = in.amount();
                default -> throw in.unexpected(field);
            }
        }
        return new TaxShare(in.required(category, Field.CATEGORY), in.required(rate, Field.RATE), in.orZero(amount));
    }
}
