package org.orderengine.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/**
 * The values that go with an action, by name.
 *
 * <p>A value is a {@link String}, {@link Long}, {@link Boolean}, {@link Money}, another payload, or a list of these. {@link
 * #of} takes an {@link Integer} as a long, a {@link BigDecimal} as its text and a {@link Map} with text keys as a payload. An amount may also be text, in major
 * units of the order's currency.
 *
 * <pre>{@code
 * Payload payload = Payload.of(Map.of("amount", "19.99", "lines", List.of(Map.of("line", "1", "quantity", 2))));
 * payload.get("amount");    // 19.99
 * }</pre>
 *
 * <p>A value may be null: it says that there is to be none, as where {@code annotate} removes an attribute. Another type of value,
 * null in a list, or payloads nested deeper than 16 are an {@link IllegalArgumentException}.
 *
 * <p>Immutable, so safe for any number of threads. The text form names the keys only, since values may be personal.
 */
public final class Payload {

    /** A payload without values. */
    public static final Payload EMPTY = new Payload(Map.of());

    private static final int MAX_DEPTH = 16;
    private static final int MAX_SCALE = 100;

    /** Values in one payload, whatever an engine's limits: lists that share their elements would be copied without end. */
    private static final int MAX_VALUES = 1_000_000;

    private final Map<String, @Nullable Object> values;

    private Payload(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * The payload of these values.
     *
     * @throws IllegalArgumentException if a value is of another kind, nested deeper than 16, or one of more than a million
     */
    public static Payload of(Map<String, ?> values) {
        return new Copy().of(Given.given(values, "the payload"), 0);
    }

    /** One copy of values, which counts them. */
    private static final class Copy {
        private int count;

        private Payload of(Map<String, ?> values, int depth) {
            if (values.isEmpty()) {
                return EMPTY;
            }
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            values.forEach((key, value) -> copy.put(key, copyOf(key, value, depth + 1)));
            return new Payload(Collections.unmodifiableMap(copy));
        }

        private @Nullable Object copyOf(String key, @Nullable Object value, int depth) {
            if (depth > MAX_DEPTH) {
                throw new IllegalArgumentException(key + " is nested deeper than " + MAX_DEPTH);
            }
            if (++count > MAX_VALUES) {
                throw new IllegalArgumentException("a payload has more than " + MAX_VALUES + " values");
            }
            if (value == null
                    || value instanceof String
                    || value instanceof Long
                    || value instanceof Boolean
                    || value instanceof Money
                    || value instanceof Payload) {
                return value;
            }
            if (value instanceof Integer number) {
                return number.longValue();
            }
            if (value instanceof BigDecimal decimal) {
                return text(key, decimal);
            }
            if (value instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> named = new LinkedHashMap<>();
                map.forEach((name, inner) -> named.put(String.valueOf(name), inner));
                return of(named, depth);
            }
            if (value instanceof List<?> list) {
                List<Object> copy = new ArrayList<>();
                for (Object element : list) {
                    Object copied = element == null ? null : copyOf(key, element, depth + 1);
                    if (copied == null) {
                        throw new IllegalArgumentException("a list under " + key + " holds null");
                    }
                    copy.add(copied);
                }
                return Collections.unmodifiableList(copy);
            }
            throw new IllegalArgumentException(key + " is a " + value.getClass().getName()
                    + ": a payload holds text, whole numbers, true or false, amounts, payloads, and lists of these");
        }
    }

    /** A decimal as it is written. One whose power of ten would make a text of millions of characters is refused. */
    private static String text(String key, BigDecimal decimal) {
        if (Math.abs((long) decimal.scale()) > MAX_SCALE) {
            throw new IllegalArgumentException(key + " is 10 to the power of " + -(long) decimal.scale()
                    + "; a decimal has at most " + MAX_SCALE + " digits before or after its point");
        }
        return decimal.toPlainString();
    }

    /** The names of its values, in the order in which they were given. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** All its values by name; unmodifiable. */
    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /** All its values by name, payloads among them as maps too; unmodifiable. {@link #of} makes it a payload again. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values.size() * 2);
        values.forEach((key, value) -> copy.put(key, plain(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Payload payload) {
            return payload.toMap();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(plain(element)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    /** The value of that name; null where there is none, or where null was given. */
    public @Nullable Object get(String key) {
        return values.get(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload payload && values.equals(payload.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names of its values; not the values, which may be personal. */
    @Override
    public String toString() {
        return "Payload" + values.keySet();
    }
}
