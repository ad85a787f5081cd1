package org.orderengine.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.source.JsonSource.BooleanValue;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderField;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.text.Suggestion;

/** Turns JSON into criteria, collecting findings instead of stopping at the first. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes type variables for never null.
public final class CriteriaReader {

    /** The keys that criteria are written with. */
    public static final List<String> KEYS = List.of("conditions", "sort", "ascending");

    private static final String ATTRIBUTE = "attribute:";
    private static final Map<String, OrderField<?>> FIELDS = fields();
    private static final List<OrderColumn<Long>> AMOUNTS =
            List.of(OrderColumn.TOTAL, OrderColumn.CAPTURED, OrderColumn.REFUNDED, OrderColumn.OUTSTANDING);
    private static final List<String> SORTS =
            Stream.of(OrderSort.By.values()).map(CriteriaReader::word).toList();
    private static final List<String> OPERATORS = List.of("anyOf", "from", "before", "prefix");
    private static final List<String> CONDITION_KEYS =
            Stream.concat(Stream.of("field"), OPERATORS.stream()).toList();
    private static final ValueKind<String> TEXT = ValueKind.ofText("text", text -> text);

    private final JsonFindings findings;
    private final @Nullable Currency currency;

    /**
     * A reader of criteria.
     *
     * @param findings takes what is wrong
     * @param currency the currency of amounts that are written as decimals; null where they are whole minor units only
     */
    public CriteriaReader(JsonFindings findings, @Nullable Currency currency) {
        this.findings = findings;
        this.currency = currency;
    }

    private static Map<String, OrderField<?>> fields() {
        Map<String, OrderField<?>> fields = new LinkedHashMap<>();
        OrderColumn.ALL.forEach(column -> fields.put(column.name(), column));
        fields.put("placed", OrderColumn.PLACED_AT);
        fields.put("updated", OrderColumn.UPDATED_AT);
        fields.put("promised", OrderColumn.PROMISED_AT);
        OrderTerm.ALL.forEach(kind -> fields.put(kind.name(), kind));
        return fields;
    }

    /** How a sort is written. */
    public static String word(OrderSort.By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    /** The criteria that some members of an object say. */
    public OrderCriteria criteria(ObjectFields object) {
        OrderCriteria criteria = OrderCriteria.ALL;
        List<OrderCondition<?>> conditions = new ArrayList<>();
        for (Value value : object.list("conditions", each -> each)) {
            ObjectFields fields = ObjectFields.of(value, findings, CONDITION_KEYS);
            if (fields != null) {
                conditions.addAll(conditions(fields));
            }
        }
        OrderCriteria read = object.make("conditions", () -> new OrderCriteria(conditions));
        return (read == null ? criteria : read)
                .sorted(sort(object), object.optional("ascending", ValueKind.FLAG, false));
    }

    private OrderSort.By sort(ObjectFields object) {
        String word = object.optional("sort", TEXT, word(OrderSort.By.PLACED));
        if (SORTS.contains(word)) {
            return OrderSort.By.valueOf(word.toUpperCase(Locale.ROOT));
        }
        object.find("sort", "\"" + word + "\" is none of " + SORTS + Suggestion.didYouMean(word, SORTS));
        return OrderSort.By.PLACED;
    }

    private List<OrderCondition<?>> conditions(ObjectFields fields) {
        String name = fields.required("field", TEXT);
        OrderField<?> field = name == null ? null : field(name);
        if (name != null && field == null) {
            fields.find(
                    "field",
                    "\"" + name + "\" is nothing that orders are found by"
                            + Suggestion.didYouMean(name, FIELDS.keySet()));
        }
        if (field == null) {
            return List.of();
        }
        List<OrderCondition<?>> conditions = new ArrayList<>();
        add(conditions, fields, field, "anyOf", Operator.IS);
        add(conditions, fields, field, "from", Operator.FROM);
        add(conditions, fields, field, "before", Operator.BEFORE);
        add(conditions, fields, field, "prefix", Operator.PREFIX);
        if (OPERATORS.stream().noneMatch(fields::has)) {
            fields.find("field", "a condition has one of anyOf, from, before, prefix; this one has none");
        }
        return conditions;
    }

    private static @Nullable OrderField<?> field(String name) {
        return name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length()
                ? OrderTerm.attribute(name.substring(ATTRIBUTE.length()))
                : FIELDS.get(name);
    }

    private <T> void add(
            List<OrderCondition<?>> conditions,
            ObjectFields fields,
            OrderField<T> field,
            String key,
            Operator operator) {
        if (!fields.has(key)) {
            return;
        }
        ValueKind<T> kind = kind(field);
        List<T> values = operator == Operator.IS
                ? fields.list(key, kind)
                : Stream.ofNullable(fields.optional(key, kind)).toList();
        if (!values.isEmpty() || operator == Operator.IS) {
            OrderCondition<T> condition = fields.make(key, () -> new OrderCondition<>(field, operator, values));
            if (condition != null) {
                conditions.add(condition);
            }
        }
    }

    private <T> ValueKind<T> kind(OrderField<T> field) {
        OrderColumn.Type type = field instanceof OrderColumn<?> column ? column.type() : OrderColumn.Type.TEXT;
        return switch (type) {
            case TEXT ->
                new ValueKind<>("text", value -> value instanceof TextValue text ? field.cast(text.text()) : null);
            case FLAG ->
                new ValueKind<>(
                        "true or false", value -> value instanceof BooleanValue flag ? field.cast(flag.is()) : null);
            case NUMBER -> new ValueKind<>(expectedNumber(field), value -> number(field, value));
            case INSTANT ->
                new ValueKind<>(
                        "an instant like \"2026-01-01T00:00:00Z\"",
                        value -> value instanceof TextValue text ? field.cast(instant(text.text())) : null);
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no instant: write one like 2026-01-01T00:00:00Z", wrong);
        }
    }

    private String expectedNumber(OrderField<?> field) {
        return isAmount(field) && currency != null ? "an amount like \"12.30\"" : "a whole number";
    }

    private static boolean isAmount(OrderField<?> field) {
        return field instanceof OrderColumn<?> column && AMOUNTS.contains(column);
    }

    private <T> @Nullable T number(OrderField<T> field, Value value) {
        if (currency != null && isAmount(field)) {
            return value instanceof TextValue text
                    ? field.cast(
                            Money.of(currency.getCurrencyCode(), text.text()).minorUnits())
                    : null;
        }
        Long whole = ValueKind.WHOLE.reader().apply(value);
        return whole == null ? null : field.cast(whole);
    }
}
