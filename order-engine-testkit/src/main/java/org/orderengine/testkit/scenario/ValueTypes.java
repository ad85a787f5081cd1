package org.orderengine.testkit.scenario;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.text.Suggestion;

/** The kinds of values that scenarios hold. */
final class ValueTypes {

    static final ValueKind<String> TEXT = ValueKind.ofText("a text", text -> {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text is blank");
        }
        return text;
    });

    /** A whole number that counts something. */
    static final ValueKind<Long> COUNT = new ValueKind<>("a whole number from 0", value -> {
        Long number = ValueKind.WHOLE.reader().apply(value);
        return number == null || number < 0 ? null : number;
    });

    /** A decimal that is written as text, so that no digit of it is in doubt. */
    static final ValueKind<BigDecimal> DECIMAL = ValueKind.decimal("0.20");

    /** How much of something: a whole number, or a decimal as text of goods that are measured. */
    static final ValueKind<BigDecimal> QUANTITY =
            new ValueKind<>("a whole number, or a decimal as text, like \"0.500\"", value -> {
                Long whole = ValueKind.WHOLE.reader().apply(value);
                return whole == null ? DECIMAL.reader().apply(value) : BigDecimal.valueOf(whole);
            });

    static final ValueKind<TaxRate> TAX_RATE = new ValueKind<>(DECIMAL.expected(), value -> {
        BigDecimal rate = DECIMAL.reader().apply(value);
        return rate == null ? null : TaxRate.of(rate);
    });

    static final ValueKind<Instant> INSTANT = ValueKind.ofText("an instant, like \"2026-01-01T00:00:00Z\"", text -> {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    });

    static final ValueKind<Duration> DURATION = ValueKind.ofText("a duration, like \"PT30M\" or \"P7D\"", text -> {
        try {
            Duration duration = Duration.parse(text);
            return duration.isNegative() ? null : duration;
        } catch (DateTimeException malformed) {
            return null;
        }
    });

    static final ValueKind<Currency> CURRENCY = ValueKind.ofText("a currency, like \"EUR\"", text -> {
        List<String> codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
        if (!codes.contains(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is no ISO 4217 currency code, like \"EUR\"");
        }
        return Currency.getInstance(text);
    });

    private ValueTypes() {}

    /** A quantity from 0 in whole units, or in steps of the measure. */
    static long steps(ObjectFields fields, String key, BigDecimal quantity, @Nullable Measure measure) {
        if (measure == null && fields.value(key) instanceof TextValue) {
            fields.find(key, "this is counted in whole units, as a number");
            return 0;
        }
        try {
            long steps = measure == null ? quantity.longValueExact() : measure.steps(quantity);
            if (steps >= 0) {
                return steps;
            }
            fields.find(key, "a quantity is not less than zero");
        } catch (ArithmeticException notExact) {
            fields.find(
                    key,
                    measure == null
                            ? "this is counted in whole units"
                            : "this is measured in " + measure.unit() + " to " + measure.digits() + " decimal places");
        }
        return 0;
    }

    /** Amounts in that currency, written as text. */
    static ValueKind<Money> money(Currency currency) {
        String example = new Money(currency, 1230).toDecimal();
        return ValueKind.ofText("an amount as text, like \"" + example + "\"", text -> Money.parse(currency, text));
    }

    /** Amounts whose currency is not known, taken for nothing: that there is none has been said. */
    static ValueKind<Money> anyAmount() {
        return ValueKind.ofText("an amount as text", text -> Money.zero(ScenarioReader.NO_CURRENCY));
    }

    /** One of the constants, each written in lower case with hyphens. */
    static <E extends Enum<E>> ValueKind<E> word(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(wordFor(constant), constant);
        }
        ValueKind<String> word = word(words.keySet());
        return new ValueKind<>(word.expected(), value -> {
            String read = word.reader().apply(value);
            return read == null ? null : words.get(read);
        });
    }

    /** One of some words. */
    static ValueKind<String> word(Collection<String> words) {
        String all = words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        return ValueKind.ofText("one of " + all, text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is none of " + all + Suggestion.didYouMean(text, words));
            }
            return text;
        });
    }

    /** How a constant is written: in lower case with hyphens. */
    static String wordFor(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
