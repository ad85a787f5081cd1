package org.orderengine.process;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Lays JSON out for people: what fits on a line stands on one, everything else is spread over lines, indented by two. Values
 * are texts, numbers, true and false, lists, and maps with texts as keys.
 */
final class JsonLayout {

    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();

    private JsonLayout() {}

    static String of(Map<String, Object> object) {
        JsonLayout layout = new JsonLayout();
        layout.spread(object, 0);
        return layout.text.toString();
    }

    private void put(Object value, int indent, int used) {
        String line = line(value);
        if (used + line.length() < WIDTH || isLeaf(value)) {
            text.append(line);
        } else {
            spread(value, indent);
        }
    }

    private void spread(Object value, int indent) {
        boolean isMap = value instanceof Map<?, ?>;
        Iterator<?> parts = isMap ? ((Map<?, ?>) value).entrySet().iterator() : ((List<?>) value).iterator();
        text.append(isMap ? '{' : '[');
        while (parts.hasNext()) {
            newLine(indent + 2);
            int start = text.length() - indent - 2;
            Object part = parts.next();
            if (part instanceof Map.Entry<?, ?> entry) {
                text.append(line(String.valueOf(entry.getKey()))).append(": ");
                put(entry.getValue(), indent + 2, text.length() - start);
            } else {
                put(part, indent + 2, indent + 2);
            }
            if (parts.hasNext()) {
                text.append(',');
            }
        }
        newLine(indent);
        text.append(isMap ? '}' : ']');
    }

    private void newLine(int indent) {
        text.append('\n').append(" ".repeat(indent));
    }

    private static boolean isLeaf(Object value) {
        return !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
    }

    /** Everything on one line. */
    static String line(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringBuilder line = new StringBuilder();
            map.forEach((key, part) -> line.append(line.isEmpty() ? "{ " : ", ")
                    .append(line(String.valueOf(key)))
                    .append(": ")
                    .append(line(part)));
            return line.isEmpty() ? "{}" : line.append(" }").toString();
        }
        if (value instanceof List<?> list) {
            StringBuilder line = new StringBuilder();
            list.forEach(part -> line.append(line.isEmpty() ? "[" : ", ").append(line(part)));
            return line.isEmpty() ? "[]" : line.append(']').toString();
        }
        if (value instanceof String string) {
            return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(string)) + "\"";
        }
        return String.valueOf(value);
    }
}
