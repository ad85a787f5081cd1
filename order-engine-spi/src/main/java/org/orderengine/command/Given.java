package org.orderengine.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that commands share: what has to be given is not null, for callers whose compiler does not tell them. */
final class Given {

    private Given() {}

    /** What was given. */
    static <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is null; give one");
        }
        return value;
    }

    /** A copy of the elements that were given. */
    static <T> List<T> all(@Nullable List<T> values, String what) {
        for (T value : given(values, what)) {
            given(value, "one of the " + what);
        }
        return List.copyOf(values);
    }
}
