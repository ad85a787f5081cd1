package org.orderengine.machine.scxml;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An XML element with the line it stands on.
 *
 * @param name its name without prefix
 * @param attributes its attributes by name
 * @param children the elements inside, in order
 * @param line the line it starts on, counted from one
 */
record Element(String name, Map<String, String> attributes, List<Element> children, int line) {

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The words of an attribute that holds a list. */
    List<String> words(String attribute) {
        return attribute(attribute)
                .map(text -> Arrays.asList(text.split("\\s+")))
                .orElse(List.of());
    }

    Stream<Element> children(String... names) {
        return children.stream().filter(child -> Arrays.asList(names).contains(child.name));
    }
}
