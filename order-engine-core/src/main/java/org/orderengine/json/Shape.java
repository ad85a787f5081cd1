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

        @SuppressWarnings("EnumOrdinal") // The table lives no longer than the enum.
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

        List<Slot> list() {
            return list;
        }
    }

    @Override
    public void write(FieldWriter out, T value) throws IOException {
        writer.write(out, value);
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // The table lives no longer than the enum.
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
        return shape(in -> make.get());
    }

    static <T, A> Shape<T> of(Part<T, A> a, Function<A, T> make) {
        return shape(in -> make.apply(a.take(in)), a);
    }

    static <T, A, B> Shape<T> of(Part<T, A> a, Part<T, B> b, Make.Of2<A, B, T> make) {
        return shape(in -> make.make(a.take(in), b.take(in)), a, b);
    }

    static <T, A, B, C> Shape<T> of(Part<T, A> a, Part<T, B> b, Part<T, C> c, Make.Of3<A, B, C, T> make) {
        return shape(in -> make.make(a.take(in), b.take(in), c.take(in)), a, b, c);
    }

    static <T, A, B, C, D> Shape<T> of(
            Part<T, A> a, Part<T, B> b, Part<T, C> c, Part<T, D> d, Make.Of4<A, B, C, D, T> make) {
        return shape(in -> make.make(a.take(in), b.take(in), c.take(in), d.take(in)), a, b, c, d);
    }

    static <T, A, B, C, D, E> Shape<T> of(
            Part<T, A> a, Part<T, B> b, Part<T, C> c, Part<T, D> d, Part<T, E> e, Make.Of5<A, B, C, D, E, T> make) {
        return shape(in -> make.make(a.take(in), b.take(in), c.take(in), d.take(in), e.take(in)), a, b, c, d, e);
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
                in -> make.make(a.take(in), b.take(in), c.take(in), d.take(in), e.take(in), f.take(in)),
                a,
                b,
                c,
                d,
                e,
                f);
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
        return shape(
                in -> make.make(a.take(in), b.take(in), c.take(in), d.take(in), e.take(in), f.take(in), g.take(in)),
                a,
                b,
                c,
                d,
                e,
                f,
                g);
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
                in -> make.make(
                        a.take(in), b.take(in), c.take(in), d.take(in), e.take(in), f.take(in), g.take(in), h.take(in)),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h);
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
                in -> make.make(
                        a.take(in),
                        b.take(in),
                        c.take(in),
                        d.take(in),
                        e.take(in),
                        f.take(in),
                        g.take(in),
                        h.take(in),
                        i.take(in)),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i);
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
                in -> make.make(
                        a.take(in),
                        b.take(in),
                        c.take(in),
                        d.take(in),
                        e.take(in),
                        f.take(in),
                        g.take(in),
                        h.take(in),
                        i.take(in),
                        j.take(in)),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i,
                j);
    }

    @SafeVarargs
    private static <T> Shape<T> shape(Taker<T> taker, Part<T, ?>... parts) {
        List<ObjectWriter<T>> writers = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (Part<T, ?> part : parts) {
            writers.add(part.writer());
            slots.addAll(part.slots());
        }
        return new Shape<>(all(writers), new Slots(slots), taker);
    }

    /** Writes with one writer after the other: a tree of pairs, which is flat enough for the compiler to see through. */
    private static <T> ObjectWriter<T> all(List<ObjectWriter<T>> writers) {
        if (writers.size() < 2) {
            return writers.isEmpty() ? (out, whole) -> {} : writers.get(0);
        }
        int half = writers.size() / 2;
        ObjectWriter<T> first = all(writers.subList(0, half));
        ObjectWriter<T> second = all(writers.subList(half, writers.size()));
        return (out, whole) -> {
            first.write(out, whole);
            second.write(out, whole);
        };
    }
}
