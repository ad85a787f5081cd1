package org.orderengine.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The host's own data on an order: attributes, and tags.
 *
 * <p>The engine keeps them and shows them to guards, effects, pricing and return rules. It reads nothing into them.
 *
 * <pre>{@code
 * Annotations gift = new Annotations(Map.of("gift-message", "For you"), Set.of("gift"));
 * gift.with(Map.of("gift-message", "For both of you")).tagged(Set.of());
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads. The text form names no values, which may be personal.
 *
 * @param attributes texts by name, sorted by name
 * @param tags words, sorted, each once
 */
public record Annotations(Map<String, String> attributes, List<String> tags) {

    /** No attribute and no tag. */
    public static final Annotations NONE = new Annotations(Map.of(), List.of());

    public Annotations {
        attributes = sorted(attributes);
        tags = tags.isEmpty() ? List.of() : List.copyOf(new TreeSet<>(tags));
    }

    /** A copy of attributes that is sorted by name and cannot be changed. */
    static Map<String, String> sorted(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        Map<String, String> sorted = new TreeMap<>(attributes);
        for (Map.Entry<String, String> attribute : sorted.entrySet()) {
            if (attribute.getValue() == null) {
                throw Checks.refused("attribute " + attribute.getKey() + " is null; leave it out");
            }
        }
        return Collections.unmodifiableMap(sorted);
    }

    /** Whether there is neither an attribute nor a tag. */
    public boolean isEmpty() {
        return attributes.isEmpty() && tags.isEmpty();
    }

    /** These annotations with some attributes set; those whose text is null are removed. */
    public Annotations with(Map<String, ? extends @Nullable String> changes) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changes.forEach((name, text) -> {
            if (text == null) {
                changed.remove(name);
            } else {
                changed.put(name, text);
            }
        });
        return new Annotations(changed, tags);
    }

    /** These annotations with other tags. */
    public Annotations tagged(Collection<String> newTags) {
        return new Annotations(attributes, List.copyOf(newTags));
    }

    /** The names of the attributes and the number of tags. */
    @Override
    public String toString() {
        return "Annotations[" + attributes.keySet() + ", " + tags.size() + " tags]";
    }
}
