package org.orderengine.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.Place;

/**
 * Where the parts of a definition stand in the text that it was read from.
 *
 * @param byPath places by path, such as {@code states.created.on.pay[0].to}; that of the whole is {@link #ROOT}
 */
record ProcessPlaces(Map<String, Place> byPath) {

    /** The path of a definition as a whole. */
    static final String ROOT = "definition";

    static final ProcessPlaces NONE = new ProcessPlaces(Map.of());

    ProcessPlaces {
        byPath = Map.copyOf(byPath);
    }

    /** The place of a part, or of the nearest part around it; null if nothing was read from a text. */
    @Nullable
    Place of(String path) {
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

    /** The path of a part of the whole: the whole's own path is left out. */
    static String inside(String path, String part) {
        return path.equals(ROOT) ? part : path + "." + part;
    }
}
