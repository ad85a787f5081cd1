package org.orderengine.json;

import java.io.IOException;

/**
 * How values of one type are written and read. Most are a {@link Shape}, or made of one.
 *
 * <p>Of types that orders hold in numbers the codec is two lambdas around the constant of the shape. From a method of its own
 * the compiler of the JVM sees which parts that constant has and calls them directly; from the methods of {@code Shape},
 * which all types share, it does not, and writing takes 1.4 times the time.
 *
 * @param <T> the type
 */
interface Codec<T> extends ObjectWriter<T>, ObjectReader<T> {

    /** A codec of a writer and a reader that agree. */
    static <T> Codec<T> of(ObjectWriter<T> writer, ObjectReader<T> reader) {
        return new Pair<>(writer, reader);
    }

    /** A writer and a reader. */
    record Pair<T>(ObjectWriter<T> writer, ObjectReader<T> reader) implements Codec<T> {
        @Override
        public void write(FieldWriter out, T value) throws IOException {
            writer.write(out, value);
        }

        @Override
        public T read(FieldReader in) throws IOException {
            return reader.read(in);
        }
    }
}
