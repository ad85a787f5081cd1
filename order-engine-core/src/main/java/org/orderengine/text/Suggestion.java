package org.orderengine.text;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known name that an unknown one was probably meant to be, by edit distance (Levenshtein 1966: insertions,
 * deletions and substitutions).
 */
public final class Suggestion {

    private Suggestion() {}

    /** {@code " (did you mean \"x\"?)"} for the nearest known name within a third of its length, or nothing. */
    public static String didYouMean(String unknown, Collection<String> known) {
        String nearest = nearest(unknown, known);
        return nearest == null ? "" : " (did you mean \"" + nearest + "\"?)";
    }

    /** The nearest known name within a third of its length; null if none is near. */
    public static @Nullable String nearest(String unknown, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int bound = Math.max(1, candidate.length() / 3);
            if (Math.abs(unknown.length() - candidate.length()) > bound) {
                continue;
            }
            int distance = distance(unknown, candidate);
            if (distance < least && distance <= bound) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest;
    }

    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[right.length()];
    }
}
