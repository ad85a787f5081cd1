package org.orderengine.dispatch;

import java.util.List;
import java.util.Map;
import org.orderengine.command.Payload;

/**
 * How large a payload is, and whether it could be written down.
 *
 * @param values values in it, nested ones included
 * @param isWellFormed whether it is nested no deeper than {@value #MAX_DEPTH} and all its texts are Unicode
 */
record PayloadSize(int values, boolean isWellFormed) {

    static final int MAX_DEPTH = 16;

    static PayloadSize of(Payload payload) {
        Walk walk = new Walk();
        walk.value(payload, 0);
        return new PayloadSize(walk.values, walk.wellFormed);
    }

    /** Whether every surrogate in a text has its other half. */
    static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static final class Walk {
        private int values;
        private boolean wellFormed = true;

        void value(Object value, int depth) {
            values++;
            if (depth > MAX_DEPTH) {
                wellFormed = false;
            } else if (value instanceof String text) {
                wellFormed &= isUnicode(text);
            } else if (value instanceof List<?> list) {
                list.forEach(element -> value(element, depth + 1));
            } else if (value instanceof Payload payload) {
                for (Map.Entry<String, Object> entry : payload.asMap().entrySet()) {
                    wellFormed &= isUnicode(entry.getKey());
                    value(entry.getValue(), depth + 1);
                }
            }
        }
    }
}
