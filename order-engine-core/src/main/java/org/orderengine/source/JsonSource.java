package org.orderengine.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON that people write, read with the place of every value, so that a finding can name the place.
 * Definitions and scenarios are read from it. For text of up to a few megabytes; nesting is bounded by the parser.
 */
public final class JsonSource {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final Pattern PARSER_PLACE = Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]");
    private static final Pattern PARSER_SETTING =
            Pattern.compile(",? from `[^`]*`|:? (to )?enable `[^`]*`( to allow)?| \\(not recognized [^)]*\\)");

    private JsonSource() {}

    /**
     * A place in a text.
     *
     * @param line the line, from 1
     * @param column the column, from 1
     */
    public record Place(int line, int column) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /** A value and its place. */
    public sealed interface Value {
        /** Where it begins. */
        Place place();

        /** What it is, for people: {@code an object}, {@code "abc"}, {@code 12}. */
        String describe();
    }

    /**
     * A member of an object.
     *
     * @param name its name
     * @param place where the name stands
     * @param value its value
     */
    public record Member(String name, Place place, Value value) {}

    /** An object; a name that stands in it twice is an error of the text. */
    public record ObjectValue(Place place, Map<String, Member> members) implements Value {
        /** The value of that name, or null. */
        public @Nullable Value get(String name) {
            Member member = members.get(name);
            return member == null ? null : member.value();
        }

        @Override
        public String describe() {
            return "an object";
        }
    }

    /** A list. */
    public record ListValue(Place place, List<Value> elements) implements Value {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** A text. */
    public record TextValue(Place place, String text) implements Value {
        @Override
        public String describe() {
            return "\"" + text + "\"";
        }
    }

    /** A number, exactly as it was written. */
    public record NumberValue(Place place, BigDecimal number) implements Value {
        @Override
        public String describe() {
            return number.toString();
        }
    }

    /** True or false. */
    public record BooleanValue(Place place, boolean is) implements Value {
        @Override
        public String describe() {
            return String.valueOf(is);
        }
    }

    /** Null. */
    public record NullValue(Place place) implements Value {
        @Override
        public String describe() {
            return "null";
        }
    }

    /**
     * The value that a text holds.
     *
     * @throws JsonSourceException if it is not JSON, holds more than one value, or an object names a member twice
     */
    public static Value read(String text) {
        return read(text, (object, repeated) -> {
            throw new JsonSourceException(
                    repeated.place(), "\"" + repeated.name() + "\" stands here for the second time");
        });
    }

    /**
     * The value that a text holds. Of members that an object names twice the first counts.
     *
     * @param repeated takes each other one, with the place of its object
     * @throws JsonSourceException if it is not JSON, or holds more than one value
     */
    public static Value read(String text, BiConsumer<Place, Member> repeated) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonSourceException(new Place(1, 1), "there is nothing here");
            }
            Value value = value(parser, first, repeated);
            if (parser.nextToken() != null) {
                throw new JsonSourceException(place(parser), "something follows after the end");
            }
            return value;
        } catch (JsonProcessingException malformed) {
            JsonLocation location = malformed.getLocation();
            Place place = location == null ? new Place(1, 1) : new Place(location.getLineNr(), location.getColumnNr());
            throw new JsonSourceException(place, reason(malformed.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    /** What the parser says, without the words that only its own users know. */
    private static String reason(String said) {
        String placed = PARSER_PLACE.matcher(said).replaceAll("line $1, column $2");
        return PARSER_SETTING.matcher(placed).replaceAll("");
    }

    private static Value value(JsonParser parser, JsonToken token, BiConsumer<Place, Member> repeated)
            throws IOException {
        Place place = place(parser);
        return switch (token) {
            case START_OBJECT -> object(parser, place, repeated);
            case START_ARRAY -> list(parser, place, repeated);
            case VALUE_STRING -> new TextValue(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new NumberValue(place, parser.getDecimalValue());
            case VALUE_TRUE -> new BooleanValue(place, true);
            case VALUE_FALSE -> new BooleanValue(place, false);
            case VALUE_NULL -> new NullValue(place);
            default -> throw new JsonSourceException(place, "unexpected " + token);
        };
    }

    private static ObjectValue object(JsonParser parser, Place place, BiConsumer<Place, Member> repeated)
            throws IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place at = place(parser);
            Member member = new Member(name, at, value(parser, parser.nextToken(), repeated));
            if (members.putIfAbsent(name, member) != null) {
                repeated.accept(place, member);
            }
        }
        return new ObjectValue(place, members);
    }

    private static ListValue list(JsonParser parser, Place place, BiConsumer<Place, Member> repeated)
            throws IOException {
        List<Value> elements = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            elements.add(value(parser, token, repeated));
            token = parser.nextToken();
        }
        return new ListValue(place, List.copyOf(elements));
    }

    private static Place place(JsonParser parser) {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(location.getLineNr(), location.getColumnNr());
    }
}
