package org.orderengine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import java.io.IOException;

/**
 * The one way from values to bytes and back. The factory is shared by all threads and keeps each thread's buffers.
 *
 * <p>What is written can be read: {@link FieldWriter} refuses what is beyond the limits that reading has.
 */
final class Json {

    /** Objects and lists in each other. An order needs six; the rest is for payloads. */
    static final int MAX_DEPTH = 64;

    /** Characters of one text. */
    static final int MAX_TEXT = 16 * 1024 * 1024;

    /** Characters of a name that a host chose. */
    static final int MAX_NAME = 10_000;

    /** Characters of a number. */
    static final int MAX_NUMBER = 200;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private Json() {}

    /**
     * The document that {@code writer} writes for a value.
     *
     * @throws IllegalArgumentException if the value has a part that cannot be written
     */
    static <T> byte[] write(T value, ObjectWriter<T> writer) {
        ByteSink sink = new ByteSink();
        try (JsonGenerator generator = FACTORY.createGenerator(sink)) {
            writer.write(new FieldWriter(generator), value);
        } catch (IOException refused) {
            throw new IllegalArgumentException("cannot be written as JSON: " + refused.getMessage(), refused);
        }
        return sink.bytes();
    }

    /**
     * The value that {@code reader} reads from a document. Fields stand in any order; as they are written in one, which is
     * faster to read, that is what is tried first.
     *
     * @throws DocumentException if the document is not what the reader expects
     */
    static <T> T read(byte[] bytes, ObjectReader<T> reader) {
        try {
            return read(bytes, reader, true);
        } catch (DocumentException otherOrderOrDamaged) {
            return read(bytes, reader, false);
        }
    }

    private static <T> T read(byte[] bytes, ObjectReader<T> reader, boolean inOrder) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            FieldReader in = new FieldReader(parser, inOrder);
            try {
                return reader.read(in);
            } catch (IllegalArgumentException | ArithmeticException refused) {
                throw in.failure(String.valueOf(refused.getMessage()), refused);
            } catch (IOException malformed) {
                // What the parser says of it may quote the document, which may be personal.
                throw in.failure(
                        "it is no well-formed JSON near byte " + offset(malformed, parser) + " of " + bytes.length,
                        null);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    private static long offset(IOException malformed, JsonParser parser) {
        JsonLocation location =
                malformed instanceof JsonProcessingException where ? where.getLocation() : parser.currentLocation();
        return location == null ? 0 : location.getByteOffset();
    }
}
