package org.orderengine.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.orderengine.json.Part.Slot;
import org.orderengine.json.Part.Taker;
import org.orderengine.json.Part.Values;

/**
 * How values of one type are written and read: its parts, each declared once, in the order in which they are written, and
 * what makes a value of them. For example, a timer that moves is
 *
 * <pre>{@code
 * Shape.of(text(Field.TIMER, TimerMoved::timer), instant(Field.DUE, TimerMoved::due), TimerMoved::new)
 * }</pre>
 *
 * <p>Fields are read in any order, and a field that is no part is refused. Safe for any number of threads.
 *
 * <p>Shapes and parts are records, whose fields the compiler of the JVM trusts to be constant where the shape is.
 *
 * @param writer writes the parts
 * @param slots the fields to read
 * @param taker makes a value of what was read
 * @param <T> the type
 */
record Shape<T>(ObjectWriter<T> writer, Slots slots, Taker<T> taker) implements Codec<T> {

    /** The fields of a shape, and where the value of each one goes. */
    static final class Slots {
        private final List<Slot> list;
        private final ObjectReader<?>[] readers;
        private final int[] places = new int[Field.values().length];

        private Slots(List<Slot> list) {
            this.list = List.copyOf(list);
            readers = list.stream().map(Slot::reader).toArray(ObjectReader<?>[]::new);
            Arrays.fill(places, -1);
            for (int i = 0; i < readers.length; i++) {
                int field = list.get(i).field().ordinal();
                if (places[field] >= 0) {
                    throw new IllegalArgumentException(list.get(i).field() + " is declared twice");
                }
                places[field] = i;
            }
        }

        private static Slots of(Part<?, ?>... parts) {
            List<Slot> slots = new ArrayList<>();
            for (Part<?, ?> part : parts) {
                slots.addAll(part.slots());
            }
            return new Slots(slots);
        }

        List<Slot> list() {
            return list;
        }
    }

    @Override
    public void write(FieldWriter out, T value) throws IOException {
        writer.write(out, value);
    }

    @Override
    public T read(FieldReader in) throws IOException {
        Object[] values = new Object[slots.readers.length];
        for (Field field = in.next(); field != null; field = in.next()) {
            int place = slots.places[field.ordinal()];
            if (place < 0) {
                throw in.unexpected(field);
            }
            values[place] = slots.readers[place].read(in);
        }
        return taker.take(new Values(in, values));
    }

    /** The shape of what has no parts. */
    static <T> Shape<T> of(Supplier<T> make) {
        return new Shape<>((out, whole) -> {}, Slots.of(), values -> make.get());
    }

    static <T, A> Shape<T> of(Part<T, A> a, Function<A, T> make) {
        return new Shape<>(a.writer(), Slots.of(a), values -> make.apply(a.take(values)));
    }

    static <T, A, B> Shape<T> of(Part<T, A> a, Part<T, B> b, Make.Of2<A, B, T> make) {
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                },
                Slots.of(a, b),
                values -> make.make(a.take(values), b.take(values)));
    }

    static <T, A, B, C> Shape<T> of(Part<T, A> a, Part<T, B> b, Part<T, C> c, Make.Of3<A, B, C, T> make) {
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                },
                Slots.of(a, b, c),
                values -> make.make(a.take(values), b.take(values), c.take(values)));
    }

    static <T, A, B, C, D> Shape<T> of(
            Part<T, A> a, Part<T, B> b, Part<T, C> c, Part<T, D> d, Make.Of4<A, B, C, D, T> make) {
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                    d.write(out, whole);
                },
                Slots.of(a, b, c, d),
                values -> make.make(a.take(values), b.take(values), c.take(values), d.take(values)));
    }

    static <T, A, B, C, D, E> Shape<T> of(
            Part<T, A> a, Part<T, B> b, Part<T, C> c, Part<T, D> d, Part<T, E> e, Make.Of5<A, B, C, D, E, T> make) {
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                    d.write(out, whole);
                    e.write(out, whole);
                },
                Slots.of(a, b, c, d, e),
                values -> make.make(a.take(values), b.take(values), c.take(values), d.take(values), e.take(values)));
    }

    static <T, A, B, C, D, E, F> Shape<T> of(
            Part<T, A> a,
            Part<T, B> b,
            Part<T, C> c,
            Part<T, D> d,
            Part<T, E> e,
            Part<T, F> f,
            Make.Of6<A, B, C, D, E, F, T> make) {
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                    d.write(out, whole);
                    e.write(out, whole);
                    f.write(out, whole);
                },
                Slots.of(a, b, c, d, e, f),
                values -> make.make(
                        a.take(values),
                        b.take(values),
                        c.take(values),
                        d.take(values),
                        e.take(values),
                        f.take(values)));
    }

    static <T, A, B, C, D, E, F, G> Shape<T> of(
            Part<T, A> a,
            Part<T, B> b,
            Part<T, C> c,
            Part<T, D> d,
            Part<T, E> e,
            Part<T, F> f,
            Part<T, G> g,
            Make.Of7<A, B, C, D, E, F, G, T> make) {
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                    d.write(out, whole);
                    e.write(out, whole);
                    f.write(out, whole);
                    g.write(out, whole);
                },
                Slots.of(a, b, c, d, e, f, g),
                values -> make.make(
                        a.take(values),
                        b.take(values),
                        c.take(values),
                        d.take(values),
                        e.take(values),
                        f.take(values),
                        g.take(values)));
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
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                    d.write(out, whole);
                    e.write(out, whole);
                    f.write(out, whole);
                    g.write(out, whole);
                    h.write(out, whole);
                },
                Slots.of(a, b, c, d, e, f, g, h),
                values -> make.make(
                        a.take(values),
                        b.take(values),
                        c.take(values),
                        d.take(values),
                        e.take(values),
                        f.take(values),
                        g.take(values),
                        h.take(values)));
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
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                    d.write(out, whole);
                    e.write(out, whole);
                    f.write(out, whole);
                    g.write(out, whole);
                    h.write(out, whole);
                    i.write(out, whole);
                },
                Slots.of(a, b, c, d, e, f, g, h, i),
                values -> make.make(
                        a.take(values),
                        b.take(values),
                        c.take(values),
                        d.take(values),
                        e.take(values),
                        f.take(values),
                        g.take(values),
                        h.take(values),
                        i.take(values)));
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
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                    d.write(out, whole);
                    e.write(out, whole);
                    f.write(out, whole);
                    g.write(out, whole);
                    h.write(out, whole);
                    i.write(out, whole);
                    j.write(out, whole);
                },
                Slots.of(a, b, c, d, e, f, g, h, i, j),
                values -> make.make(
                        a.take(values),
                        b.take(values),
                        c.take(values),
                        d.take(values),
                        e.take(values),
                        f.take(values),
                        g.take(values),
                        h.take(values),
                        i.take(values),
                        j.take(values)));
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
        return new Shape<>(
                (out, whole) -> {
                    a.write(out, whole);
                    b.write(out, whole);
                    c.write(out, whole);
                    d.write(out, whole);
                    e.write(out, whole);
                    f.write(out, whole);
                    g.write(out, whole);
                    h.write(out, whole);
                    i.write(out, whole);
                    j.write(out, whole);
                    k.write(out, whole);
                },
                Slots.of(a, b, c, d, e, f, g, h, i, j, k),
                values -> make.make(
                        a.take(values),
                        b.take(values),
                        c.take(values),
                        d.take(values),
                        e.take(values),
                        f.take(values),
                        g.take(values),
                        h.take(values),
                        i.take(values),
                        j.take(values),
                        k.take(values)));
    }
}
