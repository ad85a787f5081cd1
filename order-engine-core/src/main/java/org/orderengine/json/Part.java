package org.orderengine.json;

import java.io.IOException;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link Shape}: a field of an object, or the fields of a part of it that stand among its own.
 *
 * @param writer writes the part of a whole
 * @param fields its fields, and how the value of each is read
 * @param reader takes the part from the object that is being read
 * @param <T> the whole
 * @param <V> the part
 */
record Part<T, V extends @Nullable Object>(
        ObjectWriter<T> writer, Map<Field, ObjectReader<?>> fields, ObjectReader<V> reader) {

    /** A part whose fields stand among those of the whole. */
    static <T, V> Part<T, V> inline(Shape<V> shape, Function<T, V> part) {
        return new Part<>((out, whole) -> shape.write(out, part.apply(whole)), shape.fields(), shape.maker());
    }

    /** A part, or the other value where it was left out. */
    static <T, V> Part<T, V> or(Part<T, @Nullable V> part, ObjectReader<V> otherwise) {
        return new Part<>(part.writer, part.fields, in -> {
            V value = part.of(in);
            return value == null ? otherwise.read(in) : value;
        });
    }

    /** This part, before which the currency of the document is written. */
    Part<T, V> inCurrency(Function<T, Currency> currency) {
        ObjectWriter<T> inCurrency = (out, whole) -> {
            out.currency(currency.apply(whole));
            writer.write(out, whole);
        };
        return new Part<>(inCurrency, fields, reader);
    }

    V of(FieldReader in) throws IOException {
        return reader.read(in);
    }
}
