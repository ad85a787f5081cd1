package org.orderengine.testkit.scenario;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.Value;

/**
 * A kind of value that a scenario may hold.
 *
 * @param expected what it is, for people: {@code a whole number}
 * @param reader gives the value, null for one of another kind, and throws an {@link IllegalArgumentException} that says what
 *     would be right for one that is of this kind, but wrong
 */
record Kind<T>(String expected, Function<Value, @Nullable T> reader) {

    /** The value, or null after a finding. */
    @Nullable
    T read(Value value, Findings findings) {
        try {
            T read = reader.apply(value);
            if (read == null) {
                findings.add(value.place(), "expected " + expected + ", found " + value.describe());
            }
            return read;
        } catch (IllegalArgumentException wrong) {
            findings.add(value.place(), String.valueOf(wrong.getMessage()));
            return null;
        }
    }
}
