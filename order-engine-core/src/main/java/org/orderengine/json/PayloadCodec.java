package org.orderengine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.model.Money;

/**
 * Payloads: an object whose names are the host's, in the order in which they were given. Texts, numbers, flags, payloads
 * and lists are what JSON has for them; an amount is an object of its currency and its minor units, {@code {"$EUR":1999}}. A
 * name of the host's that begins with {@code $} gets another one in front, so that the two cannot be mistaken.
 */
final class PayloadCodec {

    private static final String MARK = "$";

    private PayloadCodec() {}

    /** Writes the values of a payload, which are as {@link Payload#toMap} has them, into the object that is open. */
    static void write(FieldWriter out, Map<?, ?> payload) throws IOException {
        for (Map.Entry<?, ?> entry : payload.entrySet()) {
            String name = (String) entry.getKey();
            out.writeName(name.startsWith(MARK) ? MARK + name : name);
            writeValue(out, entry.getValue());
        }
    }

    private static void writeValue(FieldWriter out, @Nullable Object value) throws IOException {
        JsonGenerator generator = out.generator();
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            out.writeText(text);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Money money) {
            generator.writeStartObject();
            generator.writeNumberField(MARK + money.currency().getCurrencyCode(), money.minorUnits());
            generator.writeEndObject();
        } else if (value instanceof Payload payload) {
            generator.writeStartObject();
            write(out, payload.asMap());
            generator.writeEndObject();
        } else if (value instanceof Map<?, ?> payload) {
            generator.writeStartObject();
            write(out, payload);
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                writeValue(out, element);
            }
            generator.writeEndArray();
        } else {
            throw new IllegalArgumentException(
                    "payloads hold no " + value.getClass().getName());
        }
    }

    /** Reads a payload up to the end of the object that is open. */
    static Payload read(FieldReader in) throws IOException {
        return Payload.of(values(in, in.parser().nextFieldName()));
    }

    private static Map<String, @Nullable Object> values(FieldReader in, @Nullable String first) throws IOException {
        JsonParser parser = in.parser();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name = first; name != null; name = parser.nextFieldName()) {
            if (name.startsWith(MARK) && !name.startsWith(MARK, 1)) {
                throw in.failure("an amount has one field, and is no part of another object", null);
            }
            boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
            values.put(name.startsWith(MARK) ? name.substring(1) : name, isNull ? null : value(in));
        }
        return values;
    }

    private static Object value(FieldReader in) throws IOException {
        JsonParser parser = in.parser();
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> in.numberHere();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> list(in);
            case START_OBJECT -> {
                String first = parser.nextFieldName();
                boolean isAmount = first != null && first.startsWith(MARK) && !first.startsWith(MARK, 1);
                yield isAmount ? amount(in, first.substring(1)) : Payload.of(values(in, first));
            }
            default -> throw in.unlike("a text, whole number, flag, amount, object or list");
        };
    }

    private static List<Object> list(FieldReader in) throws IOException {
        List<Object> list = new ArrayList<>();
        while (in.parser().nextToken() != JsonToken.END_ARRAY) {
            list.add(value(in));
        }
        return list;
    }

    private static Money amount(FieldReader in, String currency) throws IOException {
        Money amount = new Money(in.currency(currency), in.number());
        if (in.parser().nextToken() != JsonToken.END_OBJECT) {
            throw in.failure("an amount has one field", null);
        }
        return amount;
    }
}
