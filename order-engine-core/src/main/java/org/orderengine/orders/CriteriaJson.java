package org.orderengine.orders;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orderengine.source.CriteriaReader;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource;
import org.orderengine.source.JsonSourceException;
import org.orderengine.source.ObjectFields;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.QueryRefusedException;

/**
 * The JSON form of criteria, which a saved search is kept in.
 *
 * <pre>{@code
 * { "conditions": [ { "field": "merchant", "anyOf": ["acme"] },
 *                   { "field": "placed", "from": "2026-01-01T00:00:00Z" },
 *                   { "field": "sku", "prefix": "LA" } ],
 *   "sort": "updated", "ascending": false }
 * }</pre>
 *
 * <p>Fields are named as columns and terms are, an attribute {@code attribute:} and its name. Amounts are whole minor units.
 */
public final class CriteriaJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private CriteriaJson() {}

    /**
     * The criteria that a text says.
     *
     * @throws QueryRefusedException with the code {@code criteria-unreadable}, and everything that is wrong with its line and column
     */
    public static OrderCriteria read(String text) {
        List<String> wrong = new ArrayList<>();
        JsonFindings findings = (place, message) -> wrong.add(place + ": " + message);
        OrderCriteria criteria = OrderCriteria.ALL;
        try {
            ObjectFields object = ObjectFields.of(JsonSource.read(text), findings, CriteriaReader.KEYS);
            criteria = object == null ? criteria : new CriteriaReader(findings, null).criteria(object);
        } catch (JsonSourceException malformed) {
            wrong.add(malformed.place() + ": " + malformed.getMessage());
        }
        if (!wrong.isEmpty()) {
            throw QueryRefusedException.unreadable(wrong);
        }
        return criteria;
    }

    /** The text of criteria. */
    public static String write(OrderCriteria criteria) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("conditions");
            for (OrderCondition<?> condition : criteria.conditions()) {
                write(json, condition);
            }
            json.writeEndArray();
            json.writeStringField("sort", CriteriaReader.word(criteria.sort().by()));
            json.writeBooleanField("ascending", criteria.sort().isAscending());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, OrderCondition<?> condition) throws IOException {
        json.writeStartObject();
        json.writeStringField("field", condition.field().name());
        switch (condition.operator()) {
            case IS -> {
                json.writeArrayFieldStart("anyOf");
                for (Object value : condition.values()) {
                    write(json, value);
                }
                json.writeEndArray();
            }
            case FROM, BEFORE, PREFIX -> {
                json.writeFieldName(condition.operator().name().toLowerCase(Locale.ROOT));
                write(json, condition.value());
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
