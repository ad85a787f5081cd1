package org.orderengine.machine.check;

import java.util.Collection;
import java.util.Comparator;

/**
 * Finds the name that was probably meant.
 *
 * <p>Source of the distance: V. Levenshtein, Binary codes capable of correcting deletions, insertions and reversals, 1966.
 */
final class NearestName {

    private NearestName() {}

    /** A remedy for an unknown name: the nearest known one, if one is near. */
    static String to(String name, Collection<?> known) {
        return known.stream()
                .map(Object::toString)
                .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "did you mean " + candidate + "?")
                .orElse("define it, or name another state");
    }

    private static int distance(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= first.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (first.charAt(line - 1) == second.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[second.length()];
    }
}
