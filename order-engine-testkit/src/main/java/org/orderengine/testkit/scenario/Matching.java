package org.orderengine.testkit.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.view.OrderJson;

/**
 * Compares what a step's output must hold with what it holds: objects by key, lists element by element and of the same
 * length, quantities of measured goods by value, everything else as it is.
 */
final class Matching {

    /** The keys of quantities, which are decimals as text for measured goods. */
    private static final Set<String> QUANTITIES = Set.of(
            "quantity",
            "ordered",
            "open",
            "reserved",
            "backordered",
            "shipped",
            "delivered",
            "cancelled",
            "returned",
            "writtenOff",
            "requested",
            "accepted",
            "damaged",
            "rejected");

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
            boolean isSame = QUANTITIES.contains(key) && isSameQuantity(expected, found.get(key));
            if (!isSame) {
                match(inner, expected, found.get(key));
            }
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

    /** Whether a quantity of measured goods is as expected: 0.5 is 0.500. */
    private static boolean isSameQuantity(Object expected, @Nullable Object actual) {
        if (!(actual instanceof String text)
                || !(expected instanceof String || expected instanceof BigDecimal || expected instanceof Long)) {
            return false;
        }
        try {
            return new BigDecimal(expected.toString()).compareTo(new BigDecimal(text)) == 0;
        } catch (NumberFormatException notDecimal) {
            return false;
        }
    }

    private static String text(Object expected) {
        return OrderJson.write(expected == Expectations.NULL ? null : expected);
    }

    private static String count(long elements) {
        return elements == 1 ? "1 element" : elements + " elements";
    }
}
