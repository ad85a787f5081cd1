package org.orderengine.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.EffectId;
import org.orderengine.model.Money;
import org.orderengine.text.InstantText;

/**
 * Reads the fields of one document: {@link #next} names the next one, a method of its type reads its value. What is not as
 * expected is a {@link DocumentException} that says where.
 */
final class FieldReader {

    private final JsonParser parser;
    private final boolean inOrder;
    private @Nullable Field field;
    private Map<Field, Object> values = Map.of();
    private @Nullable String orderId;
    private @Nullable Currency currency;

    /**
     * A reader of what a parser parses.
     *
     * @param inOrder whether fields are expected in the order in which they are written, and others are a failure
     */
    FieldReader(JsonParser parser, boolean inOrder) {
        this.parser = parser;
        this.inOrder = inOrder;
    }

    /** Begins with an object of these fields. Where they may stand in any order, all of them are read before any is taken. */
    void begin(Map<Field, ObjectReader<?>> fields) throws IOException {
        field = next();
        if (!inOrder) {
            Map<Field, Object> read = new EnumMap<>(Field.class);
            for (Field each = field; each != null; each = next()) {
                ObjectReader<?> reader = fields.get(each);
                if (reader == null) {
                    throw unexpected(each);
                }
                read.put(each, reader.read(this));
            }
            field = null;
            values = read;
        }
    }

    /** Takes the value of a field of the object that was begun with; null where it was left out. */
    @SuppressWarnings("unchecked") // What was read of that field, this reader read.
    <V> @Nullable V take(Field wanted, ObjectReader<V> reader) throws IOException {
        if (!inOrder) {
            return (V) values.get(wanted);
        }
        if (field != wanted) {
            return null;
        }
        V value = reader.read(this);
        field = next();
        return value;
    }

    /** Ends with the object, all of whose fields have to be taken. */
    void end() {
        if (field != null) {
            throw unexpected(field);
        }
    }

    /** The next field of the object that is open, or null at its end. The currency is taken in on the way. */
    @Nullable
    Field next() throws IOException {
        while (true) {
            String name = parser.nextFieldName();
            if (name == null) {
                if (parser.currentToken() != JsonToken.END_OBJECT) {
                    throw failure("the document ends too early", null);
                }
                return null;
            }
            Field field = Field.of(name);
            if (field == null) {
                throw failure("this version knows no such field; a newer version may have written it", null);
            }
            if (field != Field.CURRENCY) {
                return field;
            }
            if (currency != null) {
                throw failure("the currency is given twice", null);
            }
            currency = currency(text());
        }
    }

    String text() throws IOException {
        String text = parser.nextTextValue();
        if (text == null) {
            throw unlike("a text");
        }
        return text;
    }

    long number() throws IOException {
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unlike("a whole number");
        }
        return numberHere();
    }

    /** The number that the parser stands on. */
    long numberHere() throws IOException {
        try {
            return parser.getLongValue();
        } catch (InputCoercionException tooLarge) {
            throw failure("the number is too large: it does not fit 64 bits", null);
        }
    }

    int smallNumber() throws IOException {
        long number = number();
        if (number != (int) number) {
            throw failure("the number is too large: it does not fit 32 bits", null);
        }
        return (int) number;
    }

    boolean flag() throws IOException {
        Boolean flag = parser.nextBooleanValue();
        if (flag == null) {
            throw unlike("true or false");
        }
        return flag;
    }

    BigDecimal decimal() throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw unlike("a number");
        }
        return parser.getDecimalValue();
    }

    Instant instant() throws IOException {
        return parsed(text(), InstantText::read, "instant like 2025-03-01T10:00:00Z");
    }

    Duration duration() throws IOException {
        return parsed(text(), Duration::parse, "duration like PT30M");
    }

    EffectId effectId() throws IOException {
        return effectId(text());
    }

    List<EffectId> effectIds() throws IOException {
        return texts().stream().map(this::effectId).toList();
    }

    private EffectId effectId(String text) {
        return parsed(text, EffectId::parse, "id of an effect like 4.1");
    }

    /** What a text says, or a failure where it cannot be understood. */
    <T> T parsed(String text, Function<String, T> parse, String expected) {
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException refused) {
            throw failure("it is no " + expected, null);
        }
    }

    <E extends Enum<E>> E word(Words<E> words) throws IOException {
        E constant = words.constant(text());
        if (constant == null) {
            throw failure("it is none of " + words, null);
        }
        return constant;
    }

    Money amount() throws IOException {
        return new Money(currency(), number());
    }

    /** The currency of the document. */
    Currency currency() {
        if (currency == null) {
            throw failure("there is no \"" + Field.CURRENCY + "\" up to here, and amounts need it", null);
        }
        return currency;
    }

    /** The currency of that code. */
    Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw failure("it is no currency that this JDK knows", null);
        }
    }

    /** Nothing, where an amount was left out. */
    Money orZero(@Nullable Money amount) {
        return amount == null ? new Money(currency(), 0) : amount;
    }

    /** A value that must not be left out. */
    <T> T required(@Nullable T value, Field field) {
        if (value == null) {
            throw failure("\"" + field + "\" is missing", null);
        }
        return value;
    }

    <T> T object(ObjectReader<T> reader) throws IOException {
        enterObject();
        return reader.read(this);
    }

    /** A list of objects. Most have one element; models do not copy {@code List.of} again. */
    <T> List<T> objects(ObjectReader<T> reader) throws IOException {
        enterList();
        if (!nextObject()) {
            return List.of();
        }
        T first = reader.read(this);
        if (!nextObject()) {
            return List.of(first);
        }
        List<T> elements = new ArrayList<>();
        elements.add(first);
        do {
            elements.add(reader.read(this));
        } while (nextObject());
        return elements;
    }

    List<String> texts() throws IOException {
        enterList();
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw unlike("a text");
            }
            texts.add(parser.getText());
        }
        return texts;
    }

    /** Values by names of the host's. */
    <V> Map<String, V> map(ObjectReader<V> value) throws IOException {
        enterObject();
        Map<String, V> map = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            map.put(name, value.read(this));
        }
        return map;
    }

    void enterObject() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw unlike("an object");
        }
    }

    void enterList() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw unlike("a list");
        }
    }

    /** Opens the next object of the list that is open; false at its end. */
    boolean nextObject() throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.END_ARRAY && token != JsonToken.START_OBJECT) {
            throw unlike("an object");
        }
        return token == JsonToken.START_OBJECT;
    }

    /**
     * The value of the format field, from 1 to {@code newest}.
     *
     * @throws DocumentException if it is another one
     */
    int format(int newest) throws IOException {
        long format = number();
        if (format < 1) {
            throw failure("there is no format " + format, null);
        }
        if (format > newest) {
            String newer = ", written by a newer version of the library; this version reads up to ";
            throw failure("it is of format " + format + newer + newest, null);
        }
        return (int) format;
    }

    void leaveDocument() throws IOException {
        if (parser.nextToken() != null) {
            throw failure("something follows the document", null);
        }
    }

    /** The id of the order whose document this is, which messages name from here on. */
    String orderId() throws IOException {
        orderId = text();
        return orderId;
    }

    /** What to read with where the fields have names that the host chose. */
    JsonParser parser() {
        return parser;
    }

    DocumentException unexpected(Field field) {
        return failure("\"" + field + "\" does not belong here", null);
    }

    DocumentException failure(String problem, @Nullable Throwable cause) {
        return new DocumentException(
                orderId, parser.getParsingContext().pathAsPointer().toString(), problem, cause);
    }

    DocumentException unlike(String expected) {
        JsonToken token = parser.currentToken();
        String found = token == null ? "the end" : token.name().toLowerCase(Locale.ROOT);
        return failure("expected " + expected + ", found " + found.replace('_', ' '), null);
    }
}
