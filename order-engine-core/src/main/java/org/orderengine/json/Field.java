package org.orderengine.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    ASKED("asked"),
    AT("at"),
    ATTEMPTS("attempts"),
    ATTRIBUTES("attributes"),
    BUYER_STEP("buyerStep"),
    AUTHORIZED("authorized"),
    BACKORDERED("backordered"),
    BEFORE_WEIGHING("beforeWeighing"),
    BILLING_ADDRESS("billingAddress"),
    BUNDLE("bundle"),
    BUSINESS("business"),
    BUY("buy"),
    BY("by"),
    BUYER("buyer"),
    BUY_GET("buyGet"),
    CANCELLED("cancelled"),
    CAP("cap"),
    CAPTURED("captured"),
    CARRIER("carrier"),
    CATEGORIES("categories"),
    CATEGORY("category"),
    CHANGE("change"),
    CHANNEL("channel"),
    CHARGE("charge"),
    CHARGEBACKS("chargebacks"),
    CHARGES("charges"),
    CHEAPEST_FREE("cheapestFree"),
    CITY("city"),
    CLAWED_BACK("clawedBack"),
    CODE("code"),
    CODES("codes"),
    COMPANY("company"),
    COUNTRY("country"),
    COUPON("coupon"),
    COUPONS("coupons"),
    CREDIT("credit"),
    CURRENCY("currency"),
    DAMAGED("damaged"),
    DAYS("days"),
    DEADLINES("deadlines"),
    DEFERRED("deferred"),
    DELIVERED("delivered"),
    DELIVERED_AT("deliveredAt"),
    DELIVERY_ADDRESS("deliveryAddress"),
    DIFFERENCE("difference"),
    DIGITS("digits"),
    DISCOUNTS("discounts"),
    DOCUMENT("document"),
    DOCUMENTS("documents"),
    DONE("done"),
    DUE("due"),
    EFFECT("effect"),
    EFFECTS("effects"),
    EMAIL("email"),
    END("end"),
    ENDED("ended"),
    ENDING("ending"),
    ENTRIES("entries"),
    EPOCH("epoch"),
    ERASURE("erasure"),
    EVENT("event"),
    EVIDENCE("evidence"),
    EXCEPT_CATEGORIES("exceptCategories"),
    EXCEPT_SKUS("exceptSkus"),
    EXCLUSIVE("exclusive"),
    FIRST("first"),
    FORMAT("format"),
    FROM("from"),
    FROZEN("frozen"),
    FULFILMENT("fulfilment"),
    GET("get"),
    GONE_BEFORE("goneBefore"),
    GRANTED("granted"),
    GRANTED_ON("grantedOn"),
    HISTORY("history"),
    ID("id"),
    IN("in"),
    KIND("kind"),
    LAPSE("lapse"),
    LIMIT("limit"),
    LINE("line"),
    LINES("lines"),
    LOCATION("location"),
    LOCATIONS("locations"),
    LOST("lost"),
    MEASURE("measure"),
    MEMBER_TIER("memberTier"),
    MERCHANT("merchant"),
    MESSAGE("message"),
    METHOD("method"),
    MIN_QUANTITY("minQuantity"),
    MIN_SUBTOTAL("minSubtotal"),
    MISSING("missing"),
    NAME("name"),
    NOTICE("notice"),
    NOTICES("notices"),
    NOTIFIED("notified"),
    NUMBER("number"),
    OF("of"),
    OFFER("offer"),
    OFFERS("offers"),
    ON("on"),
    OPEN("open"),
    OPERATOR("operator"),
    ORDER("order"),
    ORDERED("ordered"),
    OWN_ATTRIBUTES("ownAttributes"),
    PARAMETERS("parameters"),
    PARTS("parts"),
    PAYLOAD("payload"),
    PAYMENT("payment"),
    PAYMENTS("payments"),
    PERCENT("percent"),
    PER_BUYER("perBuyer"),
    PHONE("phone"),
    PLACED_AT("placedAt"),
    PROMISED_AT("promisedAt"),
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
    REDUCTIONS("reductions"),
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
    RULE("rule"),
    RUN("run"),
    RUNS("runs"),
    SHIPMENT("shipment"),
    SHIPMENTS("shipments"),
    SHIPPED("shipped"),
    SHIPPING("shipping"),
    SINCE("since"),
    SKU("sku"),
    SKUS("skus"),
    SOURCE("source"),
    SPENT("spent"),
    STAGE("stage"),
    START("start"),
    STATE("state"),
    STATES("states"),
    STATUS("status"),
    STEPS("steps"),
    STREAK("streak"),
    STUCK("stuck"),
    SUBJECT("subject"),
    SUBTOTAL("subtotal"),
    SURCHARGE("surcharge"),
    TAGS("tags"),
    TAXES("taxes"),
    TAX_CATEGORY("taxCategory"),
    TAX_NUMBER("taxNumber"),
    TIERS("tiers"),
    TIER_PRICES("tierPrices"),
    TIMER("timer"),
    TIMERS("timers"),
    TIMES("times"),
    TRACKING("tracking"),
    UNDISCOUNTABLE("undiscountable"),
    UNHELD("unheld"),
    UNIT("unit"),
    UNIT_PRICE("unitPrice"),
    UNTIL("until"),
    VERSION("version"),
    VOIDED("voided"),
    WINDOW("window"),
    WRITTEN_OFF("writtenOff"),
    ZONE("zone");

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
        return required((out, whole) -> out.effectId(this, id.apply(whole)), FieldReader::effectId);
    }

    <T> Part<T, List<EffectId>> effectIds(Function<T, List<EffectId>> ids) {
        return usually((out, whole) -> out.effectIds(this, ids.apply(whole)), FieldReader::effectIds, List.of());
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

    /** A decimal that is left out where it is the usual one. */
    <T> Part<T, BigDecimal> usualDecimal(Function<T, BigDecimal> decimal, BigDecimal usual) {
        return usually(
                (out, whole) -> {
                    BigDecimal value = decimal.apply(whole);
                    if (value.compareTo(usual) != 0) {
                        out.decimal(this, value);
                    }
                },
                FieldReader::decimal,
                usual);
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

    /** An amount or nothing; zero is an amount. */
    <T> Part<T, @Nullable Money> optionalAmount(Function<T, @Nullable Money> amount) {
        return optional((out, whole) -> out.amountIfAny(this, amount.apply(whole)), FieldReader::amount);
    }

    /** A number or nothing; zero is a number. */
    <T> Part<T, @Nullable Long> optionalNumber(Function<T, @Nullable Long> number) {
        return optional((out, whole) -> out.numberIfAny(this, number.apply(whole)), FieldReader::number);
    }

    /** Texts in no order of their own, which are written sorted. */
    <T> Part<T, Set<String>> textSet(Function<T, Set<String>> texts) {
        return usually(
                (out, whole) ->
                        out.texts(this, texts.apply(whole).stream().sorted().toList()),
                in -> Set.copyOf(in.texts()),
                Set.of());
    }

    /** An amount that is never zero. */
    <T> Part<T, Money> requiredAmount(Function<T, Money> amount) {
        return required((out, whole) -> out.amount(this, amount.apply(whole)), FieldReader::amount);
    }

    /** A constant that is left out where it is the usual one. */
    <T, E extends Enum<E>> Part<T, E> word(Words<E> words, E usual, Function<T, E> word) {
        return usually((out, whole) -> out.word(this, words, word.apply(whole), usual), in -> in.word(words), usual);
    }

    /** Texts by names of the host's, sorted by name. */
    <T> Part<T, Map<String, String>> textMap(Function<T, Map<String, String>> texts) {
        return usually(
                (out, whole) -> out.map(this, texts.apply(whole), FieldWriter::writeText),
                in -> in.map(FieldReader::text),
                Map.of());
    }

    @SuppressWarnings(
            "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be
    // null.
    <T> Part<T, Map<String, @Nullable Object>> payload(Function<T, Map<String, @Nullable Object>> payload) {
        ObjectWriter<T> writer = (out, whole) -> {
            Map<String, @Nullable Object> values = payload.apply(whole);
            out.object(this, values.isEmpty() ? null : values, PayloadCodec::write);
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
