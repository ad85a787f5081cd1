package org.orderengine.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The formats that documents are written in, each as the names that it has. A later format has all names of those before it and some
 * more; a document says nothing of its format, for it is of every format that has its names.
 *
 * <p>A reader refuses names that it does not know (ADR 0004). So a node that runs beside older ones must not write what these lack.
 */
public final class DocumentFormats {

    /** The format of everything that this version of the library knows. */
    public static final int NEWEST = 2;

    /** Fields whose fields are named by the host, or by a process. */
    private static final Set<String> OPEN = Set.of(
            Field.PAYLOAD.toString(),
            Field.ATTRIBUTES.toString(),
            Field.OWN_ATTRIBUTES.toString(),
            Field.BUYER_STEP.toString(),
            Field.HISTORY.toString(),
            Field.PARAMETERS.toString(),
            Field.TIER_PRICES.toString());

    private DocumentFormats() {}

    /**
     * A name in a document that a format lacks; null where it has all of them.
     *
     * @param format the format, from 1
     */
    public static @Nullable String beyond(int format, byte[] document) {
        if (format >= NEWEST) {
            return null;
        }
        try (JsonParser parser = Json.FACTORY.createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    String missing = beyond(parser);
                    if (missing != null) {
                        return missing;
                    }
                }
            }
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static @Nullable String beyond(JsonParser parser) throws IOException {
        String name = parser.currentName();
        if (!First.FIELDS.contains(name) || isCodeOfPayment(parser, name)) {
            return name;
        }
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT && OPEN.contains(name)) {
            parser.skipChildren();
        }
        boolean isEvent = name.equals(Field.EVENT.toString());
        return isEvent && !First.EVENTS.contains(parser.getText()) ? parser.getText() : null;
    }

    /** Problems and coupons had codes from the first, and payments have them since: in their list, or in an event that begins one. */
    private static boolean isCodeOfPayment(JsonParser parser, String name) {
        if (!name.equals(Field.CODE.toString())) {
            return false;
        }
        JsonStreamContext around = parser.getParsingContext().getParent();
        if (around == null || !around.inArray()) {
            return false;
        }
        JsonStreamContext owner = around.getParent();
        return owner == null || owner.inRoot() || Field.PAYMENTS.toString().equals(owner.getCurrentName());
    }

    /** The names of format 1, which a node reads only where it writes that format. */
    private static final class First {

        private static final Set<String> FIELDS = new HashSet<>();
        private static final Set<String> EVENTS = new HashSet<>();

        static {
            Set<String> names = FIELDS;
            for (String line : lines()) {
                if (line.equals("# events")) {
                    names = EVENTS;
                } else if (!line.startsWith("#")) {
                    names.add(line);
                }
            }
        }

        private static List<String> lines() {
            try (InputStream resource = DocumentFormats.class.getResourceAsStream("format-1.txt")) {
                if (resource == null) {
                    throw new IllegalStateException("the library lacks its list of format 1");
                }
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
