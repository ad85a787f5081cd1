package org.orderengine.testkit.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.view.OrderJson;

/**
 * Compares what a step's output must hold with what it holds: objects by key, lists element by element and of the same
 * length, everything else as it is.
 */
final class Matching {

    private final List<String> differences = new ArrayList<>();

    private Matching() {}

    /** Each difference as {@code path: expected X, was Y}. */
    static List<String> differences(Object expected, @Nullable Object actual) {
        Matching matching = new Matching();
        matching.match("", expected, actual);
        return matching.differences;
    }

    private void match(String path, Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> object) {
            Object size = object.get(Expectations.SIZE);
            if (size instanceof Long length) {
                matchSize(path, length, actual);
            } else if (actual instanceof Map<?, ?> found) {
                object.forEach((key, value) -> matchMember(path, String.valueOf(key), value, found));
            } else {
                differ(path, "an object", OrderJson.write(actual));
            }
        } else if (expected instanceof List<?> list) {
            matchList(path, list, actual);
        } else if (!sameValue(expected, actual)) {
            differ(path, text(expected), OrderJson.write(actual));
        }
    }

    private void matchMember(String path, String key, Object expected, Map<?, ?> found) {
        String inner = path.isEmpty() ? key : path + "." + key;
        if (found.containsKey(key)) {
            match(inner, expected, found.get(key));
        } else {
            differ(inner, text(expected), "absent");
        }
    }

    private void matchList(String path, List<?> expected, @Nullable Object actual) {
        if (!(actual instanceof List<?> found)) {
            differ(path, text(expected), OrderJson.write(actual));
            return;
        }
        if (expected.size() != found.size()) {
            differ(path, count(expected.size()), count(found.size()));
        }
        for (int index = 0; index < Math.min(expected.size(), found.size()); index++) {
            match(path + "[" + index + "]", expected.get(index), found.get(index));
        }
    }

    private void matchSize(String path, long expected, @Nullable Object actual) {
        if (!(actual instanceof List<?> found)) {
            differ(path, count(expected), OrderJson.write(actual));
        } else if (found.size() != expected) {
            differ(path, count(expected), count(found.size()));
        }
    }

    private void differ(String path, String expected, String actual) {
        differences.add((path.isEmpty() ? "output" : path) + ": expected " + expected + ", was " + actual);
    }

    private static boolean sameValue(Object expected, @Nullable Object actual) {
        if (expected == Expectations.NULL) {
            return actual == null;
        }
        if (expected instanceof BigDecimal number && actual instanceof Number found) {
            return number.compareTo(new BigDecimal(found.toString())) == 0;
        }
        return expected.equals(actual);
    }

    private static String text(Object expected) {
        return OrderJson.write(expected == Expectations.NULL ? null : expected);
    }

    private static String count(long elements) {
        return elements == 1 ? "1 element" : elements + " elements";
    }
}
