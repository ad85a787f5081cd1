package org.orderengine.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.model.EffectId;
import org.orderengine.model.Money;
import org.orderengine.model.TimerKey;

/**
 * The names of all fields of documents, apart from names that hosts choose themselves, and the parts of a {@link Shape} that are one
 * field: {@code Field.DUE.instant(Timer::due)} is the due time of a timer, in the field of that name.
 */
@SuppressWarnings("ImmutableEnumChecker") // A SerializedString caches its encodings and is otherwise immutable.
enum Field {
    ACCEPTED("accepted"),
    ACTION("action"),
    AMOUNT("amount"),
    AT("at"),
    ATTEMPTS("attempts"),
    ATTRIBUTES("attributes"),
    AUTHORIZED("authorized"),
    BACKORDERED("backordered"),
    BILLING_ADDRESS("billingAddress"),
    BUSINESS("business"),
    BUYER("buyer"),
    CANCELLED("cancelled"),
    CAPTURED("captured"),
    CARRIER("carrier"),
    CATEGORY("category"),
    CHANGE("change"),
    CHANNEL("channel"),
    CITY("city"),
    CLAWED_BACK("clawedBack"),
    CHARGEBACKS("chargebacks"),
    CODE("code"),
    CODES("codes"),
    COMPANY("company"),
    COUNTRY("country"),
    COUPONS("coupons"),
    CREDIT("credit"),
    CURRENCY("currency"),
    DAMAGED("damaged"),
    DEADLINES("deadlines"),
    DEFERRED("deferred"),
    DELIVERED("delivered"),
    DELIVERED_AT("deliveredAt"),
    DELIVERY_ADDRESS("deliveryAddress"),
    DIFFERENCE("difference"),
    DISCOUNTS("discounts"),
    DONE("done"),
    DUE("due"),
    EFFECT("effect"),
    EFFECTS("effects"),
    EMAIL("email"),
    ENDED("ended"),
    ENDING("ending"),
    EPOCH("epoch"),
    EVENT("event"),
    EVIDENCE("evidence"),
    FORMAT("format"),
    FROM("from"),
    FROZEN("frozen"),
    GRANTED("granted"),
    GRANTED_ON("grantedOn"),
    HISTORY("history"),
    IN("in"),
    KIND("kind"),
    LAPSE("lapse"),
    LINE("line"),
    LINES("lines"),
    LOCATION("location"),
    LOCATIONS("locations"),
    MEMBER_TIER("memberTier"),
    LOST("lost"),
    MERCHANT("merchant"),
    MESSAGE("message"),
    METHOD("method"),
    NOTICE("notice"),
    NOTICES("notices"),
    NOTIFIED("notified"),
    MISSING("missing"),
    NAME("name"),
    OPEN("open"),
    OPERATOR("operator"),
    ORDER("order"),
    ORDERED("ordered"),
    PARTS("parts"),
    PAYLOAD("payload"),
    PAYMENT("payment"),
    PAYMENTS("payments"),
    PHONE("phone"),
    PLACED_AT("placedAt"),
    POINTS("points"),
    POSTAL_CODE("postalCode"),
    PRICE("price"),
    PRICED_UNITS("pricedUnits"),
    PRICES_INCLUDE_TAX("pricesIncludeTax"),
    PRICE_SOURCE("priceSource"),
    PROBLEM("problem"),
    PROCESS("process"),
    PROPOSAL("proposal"),
    QUANTITY("quantity"),
    RATE("rate"),
    REASON("reason"),
    RECIPIENT("recipient"),
    REFERENCE("reference"),
    REFUND("refund"),
    REFUNDED("refunded"),
    REGION("region"),
    REJECTED("rejected"),
    REMAINING("remaining"),
    REPLACED_BY("replacedBy"),
    REPLACEMENT("replacement"),
    REQUESTED("requested"),
    RESERVED("reserved"),
    RESOLUTION("resolution"),
    RETURN("return"),
    RETURNED("returned"),
    RETURNS("returns"),
    REVISION("revision"),
    RUN("run"),
    RUNS("runs"),
    SHIPMENT("shipment"),
    SHIPMENTS("shipments"),
    SHIPPED("shipped"),
    SHIPPING("shipping"),
    SINCE("since"),
    SKU("sku"),
    SOURCE("source"),
    SPENT("spent"),
    STAGE("stage"),
    STATE("state"),
    STATES("states"),
    STATUS("status"),
    STREAK("streak"),
    STUCK("stuck"),
    SUBJECT("subject"),
    SURCHARGE("surcharge"),
    TAXES("taxes"),
    TAX_CATEGORY("taxCategory"),
    TIMER("timer"),
    TIMERS("timers"),
    TRACKING("tracking"),
    UNHELD("unheld"),
    UNIT_PRICE("unitPrice"),
    VERSION("version"),
    VOIDED("voided"),
    WRITTEN_OFF("writtenOff");

    private static final Map<String, Field> BY_WORD =
            Stream.of(values()).collect(Collectors.toMap(Field::toString, field -> field));

    private final SerializedString word;

    Field(String word) {
        this.word = new SerializedString(word);
    }

    /** The field of that name, or null. */
    static @Nullable Field of(String word) {
        return BY_WORD.get(word);
    }

    /** A text that is always there. */
    <T> Part<T, String> text(Function<T, @Nullable String> text) {
        return required((out, whole) -> out.text(this, text.apply(whole)), FieldReader::text);
    }

    /** A text or nothing. */
    <T> Part<T, @Nullable String> optionalText(Function<T, @Nullable String> text) {
        return optional((out, whole) -> out.text(this, text.apply(whole)), FieldReader::text);
    }

    /** The key of a timer, which documents have as text. */
    <T> Part<T, TimerKey> timerKey(Function<T, TimerKey> key) {
        return required((out, whole) -> out.text(this, key.apply(whole).toString()), in -> TimerKey.parse(in.text()));
    }

    /** The id of an effect, which documents have as text. */
    <T> Part<T, EffectId> effectId(Function<T, EffectId> id) {
        return required((out, whole) -> out.text(this, id.apply(whole).toString()), FieldReader::effectId);
    }

    <T> Part<T, List<EffectId>> effectIds(Function<T, List<EffectId>> ids) {
        Function<T, List<String>> texts =
                whole -> ids.apply(whole).stream().map(EffectId::toString).toList();
        return usually((out, whole) -> out.texts(this, texts.apply(whole)), FieldReader::effectIds, List.of());
    }

    <T> Part<T, List<String>> texts(Function<T, List<String>> texts) {
        return usually((out, whole) -> out.texts(this, texts.apply(whole)), FieldReader::texts, List.of());
    }

    <T> Part<T, Map<String, List<String>>> textsMap(Function<T, Map<String, List<String>>> texts) {
        return usually(
                (out, whole) -> out.map(this, texts.apply(whole), FieldWriter::writeTexts),
                in -> in.map(FieldReader::texts),
                Map.of());
    }

    <T> Part<T, Long> number(ToLongFunction<T> number) {
        return usually((out, whole) -> out.number(this, number.applyAsLong(whole)), FieldReader::number, 0L);
    }

    <T> Part<T, Integer> smallNumber(ToIntFunction<T> number) {
        return usually((out, whole) -> out.number(this, number.applyAsInt(whole)), FieldReader::smallNumber, 0);
    }

    <T> Part<T, Boolean> flag(Predicate<T> flag) {
        return usually((out, whole) -> out.flag(this, flag.test(whole)), FieldReader::flag, false);
    }

    <T> Part<T, BigDecimal> decimal(Function<T, BigDecimal> decimal) {
        return required((out, whole) -> out.decimal(this, decimal.apply(whole)), FieldReader::decimal);
    }

    <T> Part<T, Instant> instant(Function<T, Instant> instant) {
        return required((out, whole) -> out.instant(this, instant.apply(whole)), FieldReader::instant);
    }

    <T> Part<T, @Nullable Instant> optionalInstant(Function<T, @Nullable Instant> instant) {
        return optional((out, whole) -> out.instant(this, instant.apply(whole)), FieldReader::instant);
    }

    <T> Part<T, @Nullable Duration> optionalDuration(Function<T, @Nullable Duration> duration) {
        return optional((out, whole) -> out.duration(this, duration.apply(whole)), FieldReader::duration);
    }

    /** A duration, which is written even where it is zero. */
    <T> Part<T, Duration> duration(Function<T, @Nullable Duration> duration) {
        return Part.or(optionalDuration(duration), in -> Duration.ZERO);
    }

    /** An amount that is left out where it is zero. */
    <T> Part<T, Money> amount(Function<T, Money> amount) {
        Part<T, @Nullable Money> part =
                optional((out, whole) -> out.amount(this, amount.apply(whole)), FieldReader::amount);
        return Part.or(part, in -> new Money(in.currency(), 0));
    }

    /** An amount that is never zero. */
    <T> Part<T, Money> requiredAmount(Function<T, Money> amount) {
        return required((out, whole) -> out.amount(this, amount.apply(whole)), FieldReader::amount);
    }

    /** A constant that is left out where it is the usual one. */
    <T, E extends Enum<E>> Part<T, E> word(Words<E> words, E usual, Function<T, E> word) {
        return usually((out, whole) -> out.word(this, words, word.apply(whole), usual), in -> in.word(words), usual);
    }

    <T> Part<T, Map<String, Object>> payload(Function<T, Map<String, Object>> payload) {
        ObjectWriter<T> writer = (out, whole) -> {
            Map<String, Object> values = payload.apply(whole);
            out.object(this, values.isEmpty() ? null : Payload.of(values), PayloadCodec::write);
        };
        return usually(writer, in -> in.object(PayloadCodec::read).toMap(), Map.of());
    }

    <T, V> Part<T, V> object(Codec<V> codec, Function<T, V> object) {
        return required((out, whole) -> out.object(this, object.apply(whole), codec), in -> in.object(codec));
    }

    <T, V> Part<T, @Nullable V> optionalObject(Codec<V> codec, Function<T, @Nullable V> object) {
        return optional((out, whole) -> out.object(this, object.apply(whole), codec), in -> in.object(codec));
    }

    <T, V> Part<T, List<V>> objects(Codec<V> codec, Function<T, List<V>> objects) {
        return usually(
                (out, whole) -> out.objects(this, objects.apply(whole), codec), in -> in.objects(codec), List.of());
    }

    /** A field that is there or its value is null. */
    @SuppressWarnings("NullAway") // The type of the part says that it may be null.
    <T, V> Part<T, @Nullable V> optional(ObjectWriter<T> writer, ObjectReader<V> reader) {
        return new Part<>(writer, Map.of(this, reader), in -> in.take(this, reader));
    }

    private <T, V> Part<T, V> required(ObjectWriter<T> writer, ObjectReader<V> reader) {
        return new Part<>(writer, Map.of(this, reader), in -> in.required(in.take(this, reader), this));
    }

    private <T, V> Part<T, V> usually(ObjectWriter<T> writer, ObjectReader<V> reader, V usual) {
        return new Part<>(writer, Map.of(this, reader), in -> {
            V value = in.take(this, reader);
            return value == null ? usual : value;
        });
    }

    /** The name, ready to be written. */
    SerializedString word() {
        return word;
    }

    @Override
    public String toString() {
        return word.getValue();
    }
}
