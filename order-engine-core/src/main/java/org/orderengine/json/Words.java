package org.orderengine.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the constants of an enum are written: {@code REFUND_ONLY} as {@code refund-only}. */
final class Words<E extends Enum<E>> {

    private final Map<E, SerializedString> words;
    private final Map<String, E> values = new LinkedHashMap<>();

    Words(Class<E> type) {
        words = new EnumMap<>(type);
        for (E constant : EnumSet.allOf(type)) {
            String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            words.put(constant, new SerializedString(word));
            values.put(word, constant);
        }
    }

    SerializedString word(E constant) {
        return Objects.requireNonNull(words.get(constant));
    }

    @Nullable
    E constant(String word) {
        return values.get(word);
    }

    @Override
    public String toString() {
        return String.join(", ", values.keySet());
    }
}
