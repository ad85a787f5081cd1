package org.orderengine.json;

import java.io.IOException;
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

    static <T, A, B> Shape<T> of(Part<T, A> a, Part<T, B> b, Make2<A, B, T> make) {
        return shape(List.of(a, b), in -> make.of(a.of(in), b.of(in)));
    }

    static <T, A, B, C> Shape<T> of(Part<T, A> a, Part<T, B> b, Part<T, C> c, Make3<A, B, C, T> make) {
        return shape(List.of(a, b, c), in -> make.of(a.of(in), b.of(in), c.of(in)));
    }

    static <T, A, B, C, D> Shape<T> of(
            Part<T, A> a, Part<T, B> b, Part<T, C> c, Part<T, D> d, Make4<A, B, C, D, T> make) {
        return shape(List.of(a, b, c, d), in -> make.of(a.of(in), b.of(in), c.of(in), d.of(in)));
    }

    static <T, A, B, C, D, E> Shape<T> of(
            Part<T, A> a, Part<T, B> b, Part<T, C> c, Part<T, D> d, Part<T, E> e, Make5<A, B, C, D, E, T> make) {
        return shape(List.of(a, b, c, d, e), in -> make.of(a.of(in), b.of(in), c.of(in), d.of(in), e.of(in)));
    }

    static <T, A, B, C, D, E, F> Shape<T> of(
            Part<T, A> a,
            Part<T, B> b,
            Part<T, C> c,
            Part<T, D> d,
            Part<T, E> e,
            Part<T, F> f,
            Make6<A, B, C, D, E, F, T> make) {
        return shape(
                List.of(a, b, c, d, e, f), in -> make.of(a.of(in), b.of(in), c.of(in), d.of(in), e.of(in), f.of(in)));
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
            Make9<A, B, C, D, E, F, G, H, I, T> make) {
        return shape(
                List.of(a, b, c, d, e, f, g, h, i),
                in -> make.of(
                        a.of(in), b.of(in), c.of(in), d.of(in), e.of(in), f.of(in), g.of(in), h.of(in), i.of(in)));
    }

    private static <T> Shape<T> shape(List<Part<T, ?>> parts, ObjectReader<T> maker) {
        Part<T, T> all = Part.of(parts, maker);
        return new Shape<>(all.writer(), all.fields(), maker);
    }

    // What makes a value of its parts, which for most is the constructor.

    interface Make2<A, B, T> {
        T of(A a, B b);
    }

    interface Make3<A, B, C, T> {
        T of(A a, B b, C c);
    }

    interface Make4<A, B, C, D, T> {
        T of(A a, B b, C c, D d);
    }

    interface Make5<A, B, C, D, E, T> {
        T of(A a, B b, C c, D d, E e);
    }

    interface Make6<A, B, C, D, E, F, T> {
        T of(A a, B b, C c, D d, E e, F f);
    }

    interface Make9<A, B, C, D, E, F, G, H, I, T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }
}
