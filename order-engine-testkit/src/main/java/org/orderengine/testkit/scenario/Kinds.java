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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.BooleanValue;
import org.orderengine.json.JsonSource.NumberValue;
import org.orderengine.json.JsonSource.TextValue;
import org.orderengine.json.Suggestion;
import org.orderengine.model.Money;
import org.orderengine.spi.pricing.TaxRate;

/** The kinds of values that scenarios hold. */
final class Kinds {

    private static final Pattern DECIMAL_TEXT = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
    private static final int MAX_DIGITS = 19;

    static final Kind<String> TEXT = ofText("a text", text -> {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text is blank");
        }
        return text;
    });

    static final Kind<Boolean> FLAG =
            new Kind<>("true or false", value -> value instanceof BooleanValue flag ? flag.is() : null);

    static final Kind<Long> WHOLE =
            new Kind<>("a whole number", value -> value instanceof NumberValue number ? whole(number.number()) : null);

    /** A whole number that counts something. */
    static final Kind<Long> COUNT = new Kind<>("a whole number from 0", value -> {
        Long number = value instanceof NumberValue written ? whole(written.number()) : null;
        return number == null || number < 0 ? null : number;
    });

    /** A decimal that is written as text, so that no digit of it is in doubt. */
    static final Kind<BigDecimal> DECIMAL = ofText(
            "a decimal as text, like \"0.20\"",
            text -> DECIMAL_TEXT.matcher(text).matches() ? new BigDecimal(text) : null);

    static final Kind<TaxRate> TAX_RATE = ofText(
            DECIMAL.expected(), text -> DECIMAL_TEXT.matcher(text).matches() ? TaxRate.of(new BigDecimal(text)) : null);

    static final Kind<Instant> INSTANT = ofText("an instant, like \"2026-01-01T00:00:00Z\"", text -> {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    });

    static final Kind<Duration> DURATION = ofText("a duration, like \"PT30M\" or \"P7D\"", text -> {
        try {
            Duration duration = Duration.parse(text);
            return duration.isNegative() ? null : duration;
        } catch (DateTimeException malformed) {
            return null;
        }
    });

    static final Kind<Currency> CURRENCY = ofText("a currency, like \"EUR\"", text -> {
        List<String> codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
        if (!codes.contains(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is no ISO 4217 currency code, like \"EUR\"");
        }
        return Currency.getInstance(text);
    });

    private Kinds() {}

    /** Amounts in that currency, written as text. */
    static Kind<Money> money(Currency currency) {
        String example = new Money(currency, 1230).toDecimal();
        return ofText("an amount as text, like \"" + example + "\"", text -> Money.parse(currency, text));
    }

    /** Amounts whose currency is not known, taken for nothing: that there is none has been said. */
    static Kind<Money> anyAmount() {
        return ofText("an amount as text", text -> Money.zero(Currency.getInstance("XXX")));
    }

    /** One of the constants, each written in lower case with hyphens. */
    static <E extends Enum<E>> Kind<E> word(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(wordFor(constant), constant);
        }
        Kind<String> word = word(words.keySet());
        return new Kind<>(word.expected(), value -> {
            String read = word.reader().apply(value);
            return read == null ? null : words.get(read);
        });
    }

    /** One of some words. */
    static Kind<String> word(Collection<String> words) {
        String all = words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        return ofText("one of " + all, text -> {
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

    private static <T> Kind<T> ofText(String expected, Function<String, @Nullable T> read) {
        return new Kind<>(expected, value -> value instanceof TextValue text ? read.apply(text.text()) : null);
    }

    private static @Nullable Long whole(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return null;
        }
        if ((long) plain.precision() - plain.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException(number + " is more than a whole number can be");
        }
        try {
            return plain.longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(number + " is more than a whole number can be", tooLarge);
        }
    }
}
