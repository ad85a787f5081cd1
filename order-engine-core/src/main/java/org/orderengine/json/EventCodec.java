package org.orderengine.json;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;

/**
 * How events of one type are named, written and read. An event is one object: its name, then its own fields; an event that
 * is about one whole thing has that thing's fields.
 *
 * @param name the type's name: its record's name in kebab-case
 * @param type the type
 * @param codec writes and reads its fields
 * @param <E> the type
 */
record EventCodec<E extends Event>(String name, Class<E> type, Codec<E> codec) {

    /** An event that is written as {@code codec} says. */
    static <E extends Event> EventCodec<E> event(Class<E> type, Codec<E> codec) {
        String name = type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return new EventCodec<>(name, type, codec);
    }

    static <E extends Event, A> EventCodec<E> event(Class<E> type, Part<E, A> a, Function<A, E> make) {
        return event(type, Shape.of(a, make));
    }

    static <E extends Event, A, B> EventCodec<E> event(
            Class<E> type, Part<E, A> a, Part<E, B> b, Shape.Make2<A, B, E> make) {
        return event(type, Shape.of(a, b, make));
    }

    static <E extends Event, A, B, C> EventCodec<E> event(
            Class<E> type, Part<E, A> a, Part<E, B> b, Part<E, C> c, Shape.Make3<A, B, C, E> make) {
        return event(type, Shape.of(a, b, c, make));
    }

    static <E extends Event, A, B, C, D> EventCodec<E> event(
            Class<E> type, Part<E, A> a, Part<E, B> b, Part<E, C> c, Part<E, D> d, Shape.Make4<A, B, C, D, E> make) {
        return event(type, Shape.of(a, b, c, d, make));
    }

    /** An event about one thing, which has that thing's fields. */
    static <E extends Event, A> EventCodec<E> about(
            Class<E> type, Codec<A> codec, Function<E, A> part, Function<A, E> make) {
        return event(
                type, Codec.of((out, event) -> codec.write(out, part.apply(event)), in -> make.apply(codec.read(in))));
    }

    static Collection<EventCodec<?>> all() {
        return All.BY_TYPE.values();
    }

    static EventCodec<?> of(Event event) {
        EventCodec<?> codec = All.BY_TYPE.get(event.getClass());
        if (codec == null) {
            throw new IllegalArgumentException(
                    "events of " + event.getClass().getSimpleName() + " have no codec in org.orderengine.json");
        }
        return codec;
    }

    static void write(FieldWriter out, Event event) throws IOException {
        of(event).writeNamed(out, event);
    }

    /** Reads an event whose object is open and whose first field is {@code first}. */
    static Event read(FieldReader in, @Nullable Field first) throws IOException {
        if (first != Field.EVENT) {
            throw in.failure("an event begins with the name of its type", null);
        }
        EventCodec<?> codec = All.BY_NAME.get(in.text());
        if (codec == null) {
            throw in.failure("this version knows no such event; a newer version may have written it", null);
        }
        return codec.codec.read(in);
    }

    private void writeNamed(FieldWriter out, Event event) throws IOException {
        out.text(Field.EVENT, name);
        codec.write(out, type.cast(event));
    }

    /** Made when the first event is written or read, since each codec begins as an {@code EventCodec}. */
    private static final class All {
        private static final Map<Class<?>, EventCodec<?>> BY_TYPE = new HashMap<>();
        private static final Map<String, EventCodec<?>> BY_NAME = new HashMap<>();

        static {
            for (List<EventCodec<?>> family :
                    List.of(FlowEvents.ALL, GoodsEvents.ALL, ChildCodec.EVENTS, StatementCodec.EVENTS)) {
                family.forEach(codec -> BY_TYPE.put(codec.type, codec));
                family.forEach(codec -> BY_NAME.put(codec.name, codec));
            }
        }
    }
}
