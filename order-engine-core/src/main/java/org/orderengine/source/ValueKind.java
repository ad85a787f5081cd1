package org.orderengine.source;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.source.JsonSource.BooleanValue;
import org.orderengine.source.JsonSource.NumberValue;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;

/**
 * A kind of value that stands in JSON which people write.
 *
 * @param expected what it is, for people: {@code a whole number}
 * @param reader gives the value, null for one of another kind, and throws an {@link IllegalArgumentException} that says what
 *     would be right for one that is of this kind, but wrong
 * @param <T> what it is read as
 */
public record ValueKind<T>(String expected, Function<Value, @Nullable T> reader) {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
    private static final int MAX_DIGITS = 19;

    /** True or false. */
    public static final ValueKind<Boolean> FLAG =
            new ValueKind<>("true or false", value -> value instanceof BooleanValue flag ? flag.is() : null);

    /** A whole number of 64 bits. */
    public static final ValueKind<Long> WHOLE = new ValueKind<>(
            "a whole number", value -> value instanceof NumberValue number ? whole(number.number()) : null);

    /** A kind that is written as text; the reader gives null for what is no such text. */
    public static <T> ValueKind<T> ofText(String expected, Function<String, @Nullable T> read) {
        return new ValueKind<>(expected, value -> value instanceof TextValue text ? read.apply(text.text()) : null);
    }

    /** A decimal that is written as text, like the example, so that no digit of it is in doubt. */
    public static ValueKind<BigDecimal> decimal(String example) {
        return ofText(
                "a decimal as text, like \"" + example + "\"",
                text -> DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null);
    }

    /** The value, or null after a finding. */
    public @Nullable T read(Value value, JsonFindings findings) {
        return read(value, "", findings);
    }

    /** The value at a path, or null after a finding. */
    public @Nullable T read(Value value, String path, JsonFindings findings) {
        try {
            T read = reader.apply(value);
            if (read == null) {
                findings.wrong(path, value, expected);
            }
            return read;
        } catch (IllegalArgumentException wrong) {
            findings.add(value.place(), String.valueOf(wrong.getMessage()));
            return null;
        }
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
