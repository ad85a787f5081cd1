package org.orderengine.json;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Shipping;

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

    /** Two parts as one, for types of many. */
    static <T, A, B, V> Part<T, V> of(Part<T, A> a, Part<T, B> b, Shape.Make2<A, B, V> make) {
        return of(List.of(a, b), in -> make.of(a.of(in), b.of(in)));
    }

    /** Three parts as one, for types of many. */
    static <T, A, B, C, V> Part<T, V> of(Part<T, A> a, Part<T, B> b, Part<T, C> c, Shape.Make3<A, B, C, V> make) {
        return of(List.of(a, b, c), in -> make.of(a.of(in), b.of(in), c.of(in)));
    }

    /** Parts as one, which {@code reader} makes of theirs. */
    static <T, V> Part<T, V> of(List<Part<T, ?>> parts, ObjectReader<V> reader) {
        Map<Field, ObjectReader<?>> fields = new EnumMap<>(Field.class);
        for (Part<T, ?> part : parts) {
            part.fields.forEach((field, value) -> {
                if (fields.put(field, value) != null) {
                    throw new IllegalArgumentException(field + " is declared twice");
                }
            });
        }
        return new Part<>(all(parts), fields, reader);
    }

    /** Writes one part after the other: a tree of pairs, which is flat enough for the compiler to see through. */
    private static <T> ObjectWriter<T> all(List<Part<T, ?>> parts) {
        if (parts.size() < 2) {
            return parts.isEmpty() ? (out, whole) -> {} : parts.get(0).writer;
        }
        ObjectWriter<T> first = all(parts.subList(0, parts.size() / 2));
        ObjectWriter<T> second = all(parts.subList(parts.size() / 2, parts.size()));
        return (out, whole) -> {
            first.write(out, whole);
            second.write(out, whole);
        };
    }

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

    /** This part, before which the currency of the document is written, which is that of the delivery. */
    Part<T, V> inCurrencyOf(Function<T, Shipping> shipping) {
        ObjectWriter<T> inCurrency = (out, whole) -> {
            out.currency(shipping.apply(whole).price().currency());
            writer.write(out, whole);
        };
        return new Part<>(inCurrency, fields, reader);
    }

    V of(FieldReader in) throws IOException {
        return reader.read(in);
    }
}
