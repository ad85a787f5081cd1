package org.orderengine.json;

import org.orderengine.model.TimerKey;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;

/** The shapes that several events have. */
final class EventShapes {

    private EventShapes() {}

    /** An event about one whole thing. */
    static <E extends Event, T> EventCodec<E> whole(
            String name,
            Class<E> type,
            Function<E, T> thing,
            ObjectWriter<T> writer,
            ObjectReader<T> reader,
            Function<T, E> event) {
        return new EventCodec<>(
                name, type, (out, value) -> writer.write(out, thing.apply(value)), in -> event.apply(reader.read(in)));
    }

    /** An event that names one thing. */
    static <E extends Event> EventCodec<E> text(
            String name, Class<E> type, Field field, Function<E, String> text, Function<String, E> event) {
        return new EventCodec<>(
                name,
                type,
                (out, value) -> out.text(field, text.apply(value)),
                in -> event.apply(in.required(readOnly(in, field, FieldReader::text), field)));
    }

    /** An event that names a timer. */
    static <E extends Event> EventCodec<E> timer(
            String name, Class<E> type, Function<E, TimerKey> timer, Function<TimerKey, E> event) {
        return text(
                name,
                type,
                Field.TIMER,
                timer.andThen(TimerKey::toString),
                text -> event.apply(TimerKey.parse(text)));
    }

    /** An event that names things. */
    static <E extends Event> EventCodec<E> texts(
            String name, Class<E> type, Field field, Function<E, List<String>> texts, Function<List<String>, E> event) {
        return new EventCodec<>(name, type, (out, value) -> out.texts(field, texts.apply(value)), in -> {
            List<String> read = readOnly(in, field, FieldReader::texts);
            return event.apply(read == null ? List.of() : read);
        });
    }

    /** An event about units of lines. */
    static <E extends Event> EventCodec<E> quantities(
            String name, Class<E> type, Function<E, List<LineQuantity>> lines, Function<List<LineQuantity>, E> event) {
        return new EventCodec<>(
                name,
                type,
                (out, value) -> out.objects(Field.LINES, lines.apply(value), FulfilmentCodec::writeQuantity),
                in -> {
                    List<LineQuantity> read =
                            readOnly(in, Field.LINES, reader -> reader.objects(FulfilmentCodec::readQuantity));
                    return event.apply(read == null ? List.of() : read);
                });
    }

    /** An event about units of lines at a location. */
    static <E extends Event> EventCodec<E> quantitiesAt(
            String name,
            Class<E> type,
            Function<E, List<LineQuantity>> lines,
            Function<E, @Nullable String> location,
            BiFunction<List<LineQuantity>, @Nullable String, E> event) {
        return new EventCodec<>(
                name,
                type,
                (out, value) -> {
                    out.objects(Field.LINES, lines.apply(value), FulfilmentCodec::writeQuantity);
                    out.text(Field.LOCATION, location.apply(value));
                },
                in -> readQuantitiesAt(in, event));
    }

    private static <E> E readQuantitiesAt(FieldReader in, BiFunction<List<LineQuantity>, @Nullable String, E> event)
            throws IOException {
        List<LineQuantity> lines = List.of();
        String location = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case LINES -> lines = in.objects(FulfilmentCodec::readQuantity);
                case LOCATION -> location = in.text();
                default -> throw in.unexpected(field);
            }
        }
        return event.apply(lines, location);
    }

    /** An event about points. */
    static <E extends Event> EventCodec<E> points(
            String name, Class<E> type, ToLongFunction<E> points, LongFunction<E> event) {
        return number(name, type, Field.POINTS, points, event);
    }

    /** An event about one number. */
    static <E extends Event> EventCodec<E> number(
            String name, Class<E> type, Field field, ToLongFunction<E> number, LongFunction<E> event) {
        return new EventCodec<>(name, type, (out, value) -> out.number(field, number.applyAsLong(value)), in -> {
            Long read = readOnly(in, field, FieldReader::number);
            return event.apply(read == null ? 0 : read);
        });
    }

    /** An event that moves the machine of a payment, shipment or return. */
    static <E extends Event> EventCodec<E> moved(
            String name,
            Class<E> type,
            Field child,
            Function<E, String> id,
            Function<E, String> state,
            BiFunction<String, String, E> event) {
        return new EventCodec<>(
                name,
                type,
                (out, value) -> {
                    out.text(child, id.apply(value));
                    out.text(Field.STATE, state.apply(value));
                },
                in -> readMoved(in, child, event));
    }

    private static <E> E readMoved(FieldReader in, Field child, BiFunction<String, String, E> event)
            throws IOException {
        String id = null;
        String state = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            if (field == child) {
                id = in.text();
            } else if (field == Field.STATE) {
                state = in.text();
            } else {
                throw in.unexpected(field);
            }
        }
        return event.apply(in.required(id, child), in.required(state, Field.STATE));
    }

    /** An event that moves an amount of a payment. */
    static <E extends Event> EventCodec<E> amount(
            String name,
            Class<E> type,
            Function<E, String> payment,
            Function<E, Money> amount,
            BiFunction<String, Money, E> event) {
        return new EventCodec<>(
                name,
                type,
                (out, value) -> {
                    out.text(Field.PAYMENT, payment.apply(value));
                    out.amount(Field.AMOUNT, amount.apply(value));
                },
                in -> readAmount(in, event));
    }

    private static <E> E readAmount(FieldReader in, BiFunction<String, Money, E> event) throws IOException {
        String payment = null;
        Money amount = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case PAYMENT -> payment = in.text();
                case AMOUNT -> amount = in.amount();
                default -> throw in.unexpected(field);
            }
        }
        return event.apply(in.required(payment, Field.PAYMENT), in.orZero(amount));
    }

    /** The value of the one field that the open object may have, or null. */
    static <T> @Nullable T readOnly(FieldReader in, Field expected, ObjectReader<T> value) throws IOException {
        T read = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            if (field != expected) {
                throw in.unexpected(field);
            }
            read = value.read(in);
        }
        return read;
    }
}
