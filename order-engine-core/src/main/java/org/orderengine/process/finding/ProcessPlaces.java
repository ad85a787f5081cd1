package org.orderengine.process.finding;

import java.util.regex.Pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Finding;
import org.orderengine.source.JsonSource.Place;

/**
 * Where the parts of a definition stand in the text that it was read from.
 *
 * @param byPath places by path, such as {@code states.created.on.pay[0].to}; that of the whole is {@link #ROOT}
 */
public record ProcessPlaces(Map<String, Place> byPath) {

    /** The path of a definition as a whole. */
    public static final String ROOT = "definition";

    private static final Pattern LINE_AND_COLUMN = Pattern.compile("^line \\d+, column \\d+, ");

    public static final ProcessPlaces NONE = new ProcessPlaces(Map.of());

    public ProcessPlaces {
        byPath = Map.copyOf(byPath);
    }

    /** The place of a part, or of the nearest part around it; null if nothing was read from a text. */
    public @Nullable Place of(String path) {
        String part = path;
        while (!part.isEmpty()) {
            Place place = byPath.get(part);
            if (place != null) {
                return place;
            }
            part = part.substring(0, Math.max(0, Math.max(part.lastIndexOf('.'), part.lastIndexOf('['))));
        }
        return byPath.get(ROOT);
    }

    /** The path of a place that may begin with line and column. */
    public static String pathOf(String place) {
        return LINE_AND_COLUMN.matcher(place).replaceFirst("");
    }

    /** Findings with line and column before their paths, in the order of the text; as they are if nothing was read from one. */
    public List<Finding> located(List<Finding> findings) {
        return located(findings, List.of());
    }

    /** These findings as {@link #located(List)} gives them, and in between what could not be read. */
    public List<Finding> located(List<Finding> findings, List<ReadFinding> unread) {
        record Found(Finding finding, Place place) {}
        if (byPath.isEmpty()) {
            return List.copyOf(findings);
        }
        Place nowhere = new Place(0, 0);
        List<Found> all = new ArrayList<>();
        unread.forEach(found -> all.add(new Found(found.finding(), found.place())));
        for (Finding finding : findings) {
            Place place = of(finding.place());
            all.add(place == null ? new Found(finding, nowhere) : new Found(at(place, finding), place));
        }
        all.sort(Comparator.comparingInt((Found found) -> found.place().line())
                .thenComparingInt(found -> found.place().column()));
        return all.stream().map(Found::finding).toList();
    }

    private static Finding at(Place place, Finding finding) {
        return new Finding(
                finding.code(),
                finding.severity(),
                place + ", " + finding.place(),
                finding.message(),
                finding.remedy());
    }

    /** The path of a part of the whole: the whole's own path is left out. */
    public static String inside(String path, String part) {
        return path.equals(ROOT) ? part : path + "." + part;
    }
}
