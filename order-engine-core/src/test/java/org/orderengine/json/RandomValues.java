package org.orderengine.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/** Makes the small values that orders are made of, from a seed: as often at the edges of what there is as between them. */
class RandomValues {

    /** All that the JDK knows: with no, two, three or four fraction digits, and those that have none at all. */
    private static final List<Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();

    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\"\\/\b\f\n\r\t",
            "\u0000",
            "\u2028",
            "\uFFFF",
            "Größe 42 – 東京",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00");

    private static final List<Long> ODD_SECONDS = List.of(
            -1L,
            0L,
            951_782_400L,
            -62_167_219_201L,
            -62_167_219_200L,
            253_402_300_799L,
            253_402_300_800L,
            Instant.MIN.getEpochSecond(),
            Instant.MAX.getEpochSecond());

    private static final List<String> ODD_RATES = List.of("0", "0.2", "0.20", "0.0725", "1E+3", "0E-20", "1E-9");

    private final Random random;
    private final Currency currency;

    RandomValues(long seed) {
        this.random = new Random(seed);
        this.currency = oneOf(CURRENCIES);
    }

    /** The one currency of all amounts. */
    Currency currency() {
        return currency;
    }

    boolean isOneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> @Nullable T orNull(Supplier<T> value) {
        return isOneIn(3) ? null : value.get();
    }

    <T> List<T> some(int most, Supplier<? extends T> element) {
        return some(0, most, element);
    }

    <T> List<T> some(int least, int most, Supplier<? extends T> element) {
        List<T> list = new ArrayList<>();
        for (int left = least + random.nextInt(most - least + 1); left > 0; left--) {
            list.add(element.get());
        }
        return list;
    }

    /** Some that all have another id. */
    <T> List<T> distinct(int least, int most, Supplier<T> element, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        List<T> list = new ArrayList<>();
        for (int left = least + random.nextInt(most - least + 1); left > 0; left--) {
            T next = element.get();
            if (seen.add(id.apply(next)) || list.isEmpty()) {
                list.add(next);
            }
        }
        return list;
    }

    <T> Map<String, T> named(int most, Supplier<T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            map.put(name(), value.get());
        }
        return map;
    }

    /** Any text: empty, with quotes, controls, characters outside of the basic plane, and halves of such. */
    String text() {
        if (isOneIn(4)) {
            return oneOf(ODD_TEXTS);
        }
        boolean isPlain = isOneIn(2);
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(10); left > 0; left--) {
            text.append((char) (isPlain ? 'a' + random.nextInt(26) : random.nextInt(Character.MAX_VALUE + 1)));
        }
        return text.toString();
    }

    /** The name of a thing: not blank. */
    String id() {
        return text() + "-" + random.nextInt(100);
    }

    /** A name that a host chooses: without halves of characters. */
    String name() {
        StringBuilder name = new StringBuilder();
        text().codePoints()
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .forEach(name::appendCodePoint);
        return name.toString();
    }

    Instant instant() {
        long second = isOneIn(4) ? oneOf(ODD_SECONDS) : random.nextLong(1_600_000_000L, 2_000_000_000L);
        if (isOneIn(4)) {
            second = random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
        }
        int nanos = random.nextInt(1_000_000_000);
        int step = oneOf(List.of(1_000_000_000, 1_000_000, 1_000, 1));
        return Instant.ofEpochSecond(second, nanos - nanos % step);
    }

    /** A rate of any scale, since 0.2 and 0.20 are not equal. */
    BigDecimal rate() {
        return isOneIn(2)
                ? new BigDecimal(oneOf(ODD_RATES))
                : new BigDecimal(new BigInteger(random.nextInt(100), random), random.nextInt(-40, 40));
    }

    int smallNumber() {
        return isOneIn(2) ? 0 : random.nextInt(Integer.MAX_VALUE);
    }

    /** Any number that there is. */
    long anyNumber() {
        return isOneIn(4) ? oneOf(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)) : random.nextLong();
    }

    /** A number from zero on, often zero, and so small that sums of them fit. */
    long count() {
        return isOneIn(2) ? 0 : random.nextInt(100);
    }

    /** An amount from zero on, often zero, and so small that sums of them fit. */
    Money amount() {
        long minor = isOneIn(2) ? random.nextInt(100_000) : random.nextLong(1_000_000_000_000_000L);
        return Money.ofMinor(currency, isOneIn(3) ? 0 : minor);
    }

    /** Any amount that there is. */
    Money anyAmount() {
        return Money.ofMinor(currency, anyNumber());
    }
}
