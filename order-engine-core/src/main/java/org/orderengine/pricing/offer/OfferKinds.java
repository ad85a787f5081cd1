package org.orderengine.pricing.offer;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/** The kinds of values that offers hold. */
final class OfferKinds {

    static final ValueKind<String> TEXT = ValueKind.ofText("a text", text -> text.isBlank() ? null : text);

    static final ValueKind<BigDecimal> DECIMAL = ValueKind.decimal("12.5");

    private OfferKinds() {}

    /** Amounts in that currency, written as text; where there is none, any text is an amount of nothing. */
    static ValueKind<Money> money(@Nullable Currency currency) {
        return ValueKind.ofText(
                "an amount as text, like \"12.30\"",
                text -> currency == null ? Money.zero(Currency.getInstance("XXX")) : Money.parse(currency, text));
    }

    /** The texts of a list; empty where there is none. */
    static Set<String> texts(ObjectFields fields, String name) {
        return new LinkedHashSet<>(fields.list(name, TEXT));
    }
}
