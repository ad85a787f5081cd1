package org.orderengine.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.model.EffectId;
import org.orderengine.model.Money;
import org.orderengine.model.TimerKey;

/**
 * A part of a {@link Shape}: a field of an object, or the fields of a part of it that stand among its own.
 *
 * @param writer writes the part of a whole
 * @param slots the fields to read, in the order of their values
 * @param taker makes the part of the values that were read
 * @param <T> the whole
 * @param <V> the part
 */
record Part<T, V extends @Nullable Object>(ObjectWriter<T> writer, List<Slot> slots, Taker<V> taker) {

    /** A field, and how its value is read. */
    record Slot(Field field, ObjectReader<?> reader) {}

    /** Makes a value of the values that were read, each of which it takes in turn. */
    @FunctionalInterface
    interface Taker<V extends @Nullable Object> {
        V take(Values values) throws IOException;
    }

    /** The values that were read of one object, in the order of the slots; null for those that were left out. */
    static final class Values {
        private final FieldReader in;
        private final @Nullable Object[] values;
        private int next;

        Values(FieldReader in, @Nullable Object[] values) {
            this.in = in;
            this.values = values;
        }

        FieldReader in() {
            return in;
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
        }) // The slot at this place has a reader of that type.
        <V> @Nullable V next() {
            return (V) values[next++];
        }
    }

    /** A text that is always there. */
    static <T> Part<T, String> text(Field field, Function<T, String> text) {
        return required(field, (out, whole) -> out.text(field, text.apply(whole)), FieldReader::text);
    }

    /** A text or nothing. */
    static <T> Part<T, @Nullable String> optionalText(Field field, Function<T, @Nullable String> text) {
        return optional(field, (out, whole) -> out.text(field, text.apply(whole)), FieldReader::text);
    }

    /** A text that is left out where it is the usual one. */
    static <T> Part<T, String> text(Field field, String usual, Function<T, String> text) {
        return usually(
                field,
                (out, whole) -> {
                    String value = text.apply(whole);
                    if (!value.equals(usual)) {
                        out.text(field, value);
                    }
                },
                FieldReader::text,
                usual);
    }

    /** The key of a timer, which documents have as text. */
    static <T> Part<T, TimerKey> timerKey(Function<T, TimerKey> key) {
        return required(
                Field.TIMER,
                (out, whole) -> out.text(Field.TIMER, key.apply(whole).toString()),
                in -> TimerKey.parse(in.text()));
    }

    static <T> Part<T, EffectId> effectId(Field field, Function<T, EffectId> id) {
        return required(field, (out, whole) -> out.text(field, id.apply(whole).toString()), FieldReader::effectId);
    }

    static <T> Part<T, List<EffectId>> effectIds(Field field, Function<T, List<EffectId>> ids) {
        return usually(
                field,
                (out, whole) -> out.texts(
                        field, ids.apply(whole).stream().map(EffectId::toString).toList()),
                FieldReader::effectIds,
                List.of());
    }

    static <T> Part<T, List<String>> texts(Field field, Function<T, List<String>> texts) {
        return usually(field, (out, whole) -> out.texts(field, texts.apply(whole)), FieldReader::texts, List.of());
    }

    static <T> Part<T, Map<String, String>> textMap(Field field, Function<T, Map<String, String>> texts) {
        return usually(field, (out, whole) -> out.textMap(field, texts.apply(whole)), FieldReader::textMap, Map.of());
    }

    static <T> Part<T, Map<String, List<String>>> textsMap(Field field, Function<T, Map<String, List<String>>> texts) {
        return usually(field, (out, whole) -> out.textsMap(field, texts.apply(whole)), FieldReader::textsMap, Map.of());
    }

    static <T> Part<T, Long> number(Field field, ToLongFunction<T> number) {
        return usually(field, (out, whole) -> out.number(field, number.applyAsLong(whole)), FieldReader::number, 0L);
    }

    static <T> Part<T, Integer> smallNumber(Field field, ToIntFunction<T> number) {
        return usually(field, (out, whole) -> out.number(field, number.applyAsInt(whole)), FieldReader::smallNumber, 0);
    }

    static <T> Part<T, Boolean> flag(Field field, Predicate<T> flag) {
        return usually(field, (out, whole) -> out.flag(field, flag.test(whole)), FieldReader::flag, false);
    }

    static <T> Part<T, BigDecimal> decimal(Field field, Function<T, BigDecimal> decimal) {
        return required(field, (out, whole) -> out.decimal(field, decimal.apply(whole)), FieldReader::decimal);
    }

    static <T> Part<T, Instant> instant(Field field, Function<T, Instant> instant) {
        return required(field, (out, whole) -> out.instant(field, instant.apply(whole)), FieldReader::instant);
    }

    static <T> Part<T, @Nullable Instant> optionalInstant(Field field, Function<T, @Nullable Instant> instant) {
        return optional(field, (out, whole) -> out.instantIfAny(field, instant.apply(whole)), FieldReader::instant);
    }

    /** A duration, which is written even where it is zero. */
    static <T> Part<T, Duration> duration(Field field, Function<T, Duration> duration) {
        return usually(
                field,
                (out, whole) -> out.duration(field, duration.apply(whole)),
                FieldReader::duration,
                Duration.ZERO);
    }

    static <T> Part<T, @Nullable Duration> optionalDuration(Field field, Function<T, @Nullable Duration> duration) {
        return optional(field, (out, whole) -> out.duration(field, duration.apply(whole)), FieldReader::duration);
    }

    /** An amount that is left out where it is zero. */
    static <T> Part<T, Money> amount(Field field, Function<T, Money> amount) {
        return new Part<>(
                (out, whole) -> out.amount(field, amount.apply(whole)),
                List.of(new Slot(field, FieldReader::amount)),
                values -> values.in().orZero(values.<Money>next()));
    }

    /** An amount that is never zero. */
    static <T> Part<T, Money> requiredAmount(Field field, Function<T, Money> amount) {
        return required(field, (out, whole) -> out.amount(field, amount.apply(whole)), FieldReader::amount);
    }

    /** An amount, which may be zero, or nothing. */
    static <T> Part<T, @Nullable Money> optionalAmount(Field field, Function<T, @Nullable Money> amount) {
        return optional(field, (out, whole) -> out.amountIfAny(field, amount.apply(whole)), FieldReader::amount);
    }

    /** The currency of the document. */
    static <T> Part<T, Currency> currency(Function<T, Currency> currency) {
        return new Part<>((out, whole) -> out.currency(currency.apply(whole)), List.of(), values -> values.in()
                .currency());
    }

    /** A constant that is left out where it is the usual one. */
    static <T, E extends Enum<E>> Part<T, E> word(Field field, Words<E> words, E usual, Function<T, E> word) {
        return usually(
                field, (out, whole) -> out.word(field, words, word.apply(whole), usual), in -> in.word(words), usual);
    }

    static <T> Part<T, Map<String, Object>> payload(Field field, Function<T, Map<String, Object>> payload) {
        return usually(
                field,
                (out, whole) -> {
                    Map<String, Object> value = payload.apply(whole);
                    if (!value.isEmpty()) {
                        out.object(field, Payload.of(value), PayloadCodec::write);
                    }
                },
                in -> in.object(PayloadCodec::read).toMap(),
                Map.of());
    }

    static <T, V> Part<T, V> object(Field field, Codec<V> shape, Function<T, V> object) {
        return required(field, (out, whole) -> out.object(field, object.apply(whole), shape), in -> in.object(shape));
    }

    static <T, V> Part<T, @Nullable V> optionalObject(Field field, Codec<V> shape, Function<T, @Nullable V> object) {
        return optional(
                field, (out, whole) -> out.objectIfAny(field, object.apply(whole), shape), in -> in.object(shape));
    }

    /** An object that is left out where it is the usual one. */
    static <T, V> Part<T, V> object(Field field, Codec<V> shape, V usual, Function<T, V> object) {
        return usually(
                field,
                (out, whole) -> {
                    V value = object.apply(whole);
                    if (!value.equals(usual)) {
                        out.object(field, value, shape);
                    }
                },
                in -> in.object(shape),
                usual);
    }

    static <T, V> Part<T, List<V>> objects(Field field, Codec<V> shape, Function<T, List<V>> objects) {
        return usually(
                field,
                (out, whole) -> out.objects(field, objects.apply(whole), shape),
                in -> in.objects(shape),
                List.of());
    }

    /** A part whose fields stand among those of the whole. */
    static <T, V> Part<T, V> inline(Shape<V> shape, Function<T, V> part) {
        return new Part<>(
                (out, whole) -> shape.write(out, part.apply(whole)),
                shape.slots().list(),
                shape.taker());
    }

    /** A field that is there or its value is null. */
    @SuppressWarnings("NullAway") // The type of the part says that it may be null.
    static <T, V> Part<T, @Nullable V> optional(Field field, ObjectWriter<T> writer, ObjectReader<V> reader) {
        return new Part<>(writer, List.of(new Slot(field, reader)), values -> values.<V>next());
    }

    private static <T, V> Part<T, V> required(Field field, ObjectWriter<T> writer, ObjectReader<V> reader) {
        return new Part<>(
                writer, List.of(new Slot(field, reader)), values -> values.in().required(values.<V>next(), field));
    }

    private static <T, V> Part<T, V> usually(Field field, ObjectWriter<T> writer, ObjectReader<V> reader, V usual) {
        return new Part<>(writer, List.of(new Slot(field, reader)), values -> {
            V value = values.next();
            return value == null ? usual : value;
        });
    }

    /** This part, before which the currency of the document is written. */
    Part<T, V> inCurrency(Function<T, Currency> currency) {
        return new Part<>(
                (out, whole) -> {
                    out.currency(currency.apply(whole));
                    writer.write(out, whole);
                },
                slots,
                taker);
    }

    void write(FieldWriter out, T whole) throws IOException {
        writer.write(out, whole);
    }

    V take(Values values) throws IOException {
        return taker.take(values);
    }
}
