package org.orderengine.json;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How values of one type are written and read: its parts, each declared once, in the order in which they are written, and
 * what makes a value of them. For example, a timer that moves is
 *
 * <pre>{@code
 * Shape.of(Field.TIMER.timerKey(TimerMoved::timer), Field.DUE.instant(TimerMoved::due), TimerMoved::new)
 * }</pre>
 *
 * <p>A field that is no part is refused. Safe for any number of threads.
 *
 * <p>Shapes and parts are records, whose fields the compiler of the JVM trusts to be constant where the shape is.
 *
 * @param writer writes the parts
 * @param fields the fields, and how the value of each is read
 * @param maker makes a value of its parts
 * @param <T> the type
 */
record Shape<T>(ObjectWriter<T> writer, Map<Field, ObjectReader<?>> fields, ObjectReader<T> maker) implements Codec<T> {

    @Override
    public void write(FieldWriter out, T value) throws IOException {
        writer.write(out, value);
    }

    @Override
    public T read(FieldReader in) throws IOException {
        in.begin(fields);
        T value = maker.read(in);
        in.end();
        return value;
    }

    /** The shape of what has no parts. */
    static <T> Shape<T> of(Supplier<T> make) {
        return shape(List.of(), in -> make.get());
    }

    static <T, A> Shape<T> of(Part<T, A> a, Function<A, T> make) {
        return shape(List.of(a), in -> make.apply(a.of(in)));
    }

    static <T, A, B> Shape<T> of(Part<T, A> a, Part<T, B> b, Make.Of2<A, B, T> make) {
        return shape(List.of(a, b), in -> make.of(a.of(in), b.of(in)));
    }

    static <T, A, B, C> Shape<T> of(Part<T, A> a, Part<T, B> b, Part<T, C> c, Make.Of3<A, B, C, T> make) {
        return shape(List.of(a, b, c), in -> make.of(a.of(in), b.of(in), c.of(in)));
    }

    static <T, A, B, C, D> Shape<T> of(
            Part<T, A> a, Part<T, B> b, Part<T, C> c, Part<T, D> d, Make.Of4<A, B, C, D, T> make) {
        return shape(List.of(a, b, c, d), in -> make.of(a.of(in), b.of(in), c.of(in), d.of(in)));
    }

    static <T, A, B, C, D, E> Shape<T> of(
            Part<T, A> a, Part<T, B> b, Part<T, C> c, Part<T, D> d, Part<T, E> e, Make.Of5<A, B, C, D, E, T> make) {
        return shape(List.of(a, b, c, d, e), in -> make.of(a.of(in), b.of(in), c.of(in), d.of(in), e.of(in)));
    }

    static <T, A, B, C, D, E, F> Shape<T> of(
            Part<T, A> a,
            Part<T, B> b,
            Part<T, C> c,
            Part<T, D> d,
            Part<T, E> e,
            Part<T, F> f,
            Make.Of6<A, B, C, D, E, F, T> make) {
        return shape(
                List.of(a, b, c, d, e, f), in -> make.of(a.of(in), b.of(in), c.of(in), d.of(in), e.of(in), f.of(in)));
    }

    static <T, A, B, C, D, E, F, G, H> Shape<T> of(
            Part<T, A> a,
            Part<T, B> b,
            Part<T, C> c,
            Part<T, D> d,
            Part<T, E> e,
            Part<T, F> f,
            Part<T, G> g,
            Part<T, H> h,
            Make.Of8<A, B, C, D, E, F, G, H, T> make) {
        return shape(
                List.of(a, b, c, d, e, f, g, h),
                in -> make.of(a.of(in), b.of(in), c.of(in), d.of(in), e.of(in), f.of(in), g.of(in), h.of(in)));
    }

    static <T, A, B, C, D, E, F, G, H, I> Shape<T> of(
            Part<T, A> a,
            Part<T, B> b,
            Part<T, C> c,
            Part<T, D> d,
            Part<T, E> e,
            Part<T, F> f,
            Part<T, G> g,
            Part<T, H> h,
            Part<T, I> i,
            Make.Of9<A, B, C, D, E, F, G, H, I, T> make) {
        return shape(
                List.of(a, b, c, d, e, f, g, h, i),
                in -> make.of(
                        a.of(in), b.of(in), c.of(in), d.of(in), e.of(in), f.of(in), g.of(in), h.of(in), i.of(in)));
    }

    static <T, A, B, C, D, E, F, G, H, I, J> Shape<T> of(
            Part<T, A> a,
            Part<T, B> b,
            Part<T, C> c,
            Part<T, D> d,
            Part<T, E> e,
            Part<T, F> f,
            Part<T, G> g,
            Part<T, H> h,
            Part<T, I> i,
            Part<T, J> j,
            Make.Of10<A, B, C, D, E, F, G, H, I, J, T> make) {
        return shape(
                List.of(a, b, c, d, e, f, g, h, i, j),
                in -> make.of(
                        a.of(in), b.of(in), c.of(in), d.of(in), e.of(in), f.of(in), g.of(in), h.of(in), i.of(in),
                        j.of(in)));
    }

    static <T, A, B, C, D, E, F, G, H, I, J, K> Shape<T> of(
            Part<T, A> a,
            Part<T, B> b,
            Part<T, C> c,
            Part<T, D> d,
            Part<T, E> e,
            Part<T, F> f,
            Part<T, G> g,
            Part<T, H> h,
            Part<T, I> i,
            Part<T, J> j,
            Part<T, K> k,
            Make.Of11<A, B, C, D, E, F, G, H, I, J, K, T> make) {
        return shape(
                List.of(a, b, c, d, e, f, g, h, i, j, k),
                in -> make.of(
                        a.of(in), b.of(in), c.of(in), d.of(in), e.of(in), f.of(in), g.of(in), h.of(in), i.of(in),
                        j.of(in), k.of(in)));
    }

    private static <T> Shape<T> shape(List<Part<T, ?>> parts, ObjectReader<T> maker) {
        Map<Field, ObjectReader<?>> fields = new EnumMap<>(Field.class);
        for (Part<T, ?> part : parts) {
            part.fields().forEach((field, reader) -> {
                if (fields.put(field, reader) != null) {
                    throw new IllegalArgumentException(field + " is declared twice");
                }
            });
        }
        return new Shape<>(all(parts), fields, maker);
    }

    /** Writes one part after the other: a tree of pairs, which is flat enough for the compiler to see through. */
    private static <T> ObjectWriter<T> all(List<Part<T, ?>> parts) {
        if (parts.size() < 2) {
            return parts.isEmpty() ? (out, whole) -> {} : parts.get(0).writer();
        }
        ObjectWriter<T> first = all(parts.subList(0, parts.size() / 2));
        ObjectWriter<T> second = all(parts.subList(parts.size() / 2, parts.size()));
        return (out, whole) -> {
            first.write(out, whole);
            second.write(out, whole);
        };
    }
}
