package org.orderengine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.EffectId;
import org.orderengine.model.Money;
import org.orderengine.text.InstantText;

/**
 * Writes the fields of one document. Null, zero, false and empty lists are left out. Amounts are minor units of the
 * document's one currency, which is written before the first of them.
 */
final class FieldWriter {

    private final JsonGenerator generator;
    private final char[] chars = new char[InstantText.LONGEST];
    private @Nullable Currency currency;

    FieldWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    void text(Field field, @Nullable String text) throws IOException {
        if (text != null) {
            generator.writeFieldName(field.word());
            writeText(text);
        }
    }

    void number(Field field, long number) throws IOException {
        if (number != 0) {
            generator.writeFieldName(field.word());
            generator.writeNumber(number);
        }
    }

    /** Writes a number where there is one, zero included. */
    void numberIfAny(Field field, @Nullable Long number) throws IOException {
        if (number != null) {
            generator.writeFieldName(field.word());
            generator.writeNumber(number);
        }
    }

    void flag(Field field, boolean flag) throws IOException {
        if (flag) {
            generator.writeFieldName(field.word());
            generator.writeBoolean(true);
        }
    }

    void decimal(Field field, BigDecimal decimal) throws IOException {
        String text = decimal.toString();
        requireLength(text, Json.MAX_NUMBER, "number");
        generator.writeFieldName(field.word());
        generator.writeNumber(text);
    }

    void instant(Field field, @Nullable Instant value) throws IOException {
        if (value != null) {
            generator.writeFieldName(field.word());
            int length = InstantText.write(value, chars);
            if (length < 0) {
                generator.writeString(value.toString());
            } else {
                generator.writeString(chars, 0, length);
            }
        }
    }

    void duration(Field field, @Nullable Duration duration) throws IOException {
        text(field, duration == null ? null : duration.toString());
    }

    /** Writes a constant unless it is the usual one. */
    <E extends Enum<E>> void word(Field field, Words<E> words, E constant, @Nullable E usual) throws IOException {
        if (constant != usual) {
            generator.writeFieldName(field.word());
            generator.writeString(words.word(constant));
        }
    }

    /** Fixes the document's currency. */
    void currency(Currency value) throws IOException {
        if (currency == null) {
            currency = value;
            text(Field.CURRENCY, value.getCurrencyCode());
        } else if (!currency.equals(value)) {
            throw new IllegalArgumentException("an amount of " + value.getCurrencyCode() + " is in a document of "
                    + currency.getCurrencyCode() + ": amounts of two currencies do not mix");
        }
    }

    void amount(Field field, Money amount) throws IOException {
        currency(amount.currency());
        number(field, amount.minorUnits());
    }

    /** Writes an amount where there is one, zero included. */
    void amountIfAny(Field field, @Nullable Money amount) throws IOException {
        if (amount != null) {
            currency(amount.currency());
            generator.writeFieldName(field.word());
            generator.writeNumber(amount.minorUnits());
        }
    }

    <T> void object(Field field, @Nullable T value, ObjectWriter<? super T> writer) throws IOException {
        if (value != null) {
            generator.writeFieldName(field.word());
            generator.writeStartObject();
            writer.direct().write(this, value);
            generator.writeEndObject();
        }
    }

    <T> void objects(Field field, List<T> values, ObjectWriter<? super T> writer) throws IOException {
        if (!values.isEmpty()) {
            generator.writeFieldName(field.word());
            generator.writeStartArray();
            ObjectWriter<? super T> direct = writer.direct();
            for (int i = 0; i < values.size(); i++) {
                generator.writeStartObject();
                direct.write(this, values.get(i));
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
    }

    void effectId(Field field, EffectId id) throws IOException {
        generator.writeFieldName(field.word());
        writeEffectId(id);
    }

    void effectIds(Field field, List<EffectId> ids) throws IOException {
        if (!ids.isEmpty()) {
            generator.writeFieldName(field.word());
            generator.writeStartArray();
            for (int i = 0; i < ids.size(); i++) {
                writeEffectId(ids.get(i));
            }
            generator.writeEndArray();
        }
    }

    void texts(Field field, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            generator.writeFieldName(field.word());
            writeTexts(texts);
        }
    }

    /** Writes values by names of the host's, in the order of the names. */
    <V> void map(Field field, Map<String, V> values, ObjectWriter<V> writer) throws IOException {
        if (!values.isEmpty()) {
            generator.writeFieldName(field.word());
            generator.writeStartObject();
            // Maps that were copied iterate differently in each JVM; documents of equal orders are to be equal.
            String[] names = values.keySet().toArray(new String[0]);
            Arrays.sort(names);
            for (String name : names) {
                writeName(name);
                writer.write(this, Objects.requireNonNull(values.get(name)));
            }
            generator.writeEndObject();
        }
    }

    /** What to write with beside fields: lists of events, and fields whose names the host chose. */
    JsonGenerator generator() {
        return generator;
    }

    void writeName(String name) throws IOException {
        requireLength(name, Json.MAX_NAME, "name");
        requireWhole(name);
        generator.writeFieldName(name);
    }

    void writeText(String text) throws IOException {
        requireLength(text, Json.MAX_TEXT, "text");
        generator.writeString(text);
    }

    void writeTexts(List<String> texts) throws IOException {
        generator.writeStartArray();
        for (int i = 0; i < texts.size(); i++) {
            writeText(texts.get(i));
        }
        generator.writeEndArray();
    }

    /** Half a character can stand in a text, but names are not read back with it. */
    private static void requireWhole(String name) {
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
            if (Character.getType(name.codePointAt(i)) == Character.SURROGATE) {
                throw new IllegalArgumentException("a name has half a character (an unpaired surrogate) at " + i);
            }
        }
    }

    private void writeEffectId(EffectId id) throws IOException {
        int start = digits(id.number(), chars.length);
        chars[--start] = '.';
        start = digits(id.revision(), start);
        generator.writeString(chars, start, chars.length - start);
    }

    /** Writes the digits of a number that is not negative before a place of the buffer, and says where they begin. */
    private int digits(long number, int end) {
        int start = end;
        long rest = number;
        do {
            chars[--start] = (char) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return start;
    }

    private static void requireLength(String text, int longest, String what) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "a " + what + " has " + text.length() + " characters, more than the " + longest + " of a document");
        }
    }
}
