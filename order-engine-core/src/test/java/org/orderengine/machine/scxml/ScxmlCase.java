package org.orderengine.machine.scxml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.Severities;

/**
 * A chart and what it has to do: run through the events of the JSON file beside it, or come to rest in the state {@code pass}.
 *
 * @param name its path below the folder it was found in
 * @param chart the SCXML file
 */
record ScxmlCase(String name, Path chart) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All cases below a folder, by name. */
    static List<ScxmlCase> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".scxml"))
                    .map(file ->
                            new ScxmlCase(folder.relativize(file).toString().replace('\\', '/'), file))
                    .sorted((first, second) -> first.name().compareTo(second.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it and says what went wrong; empty if nothing did. */
    Optional<String> failure() {
        try {
            ScxmlSession session = new ScxmlSession(Machine.compile(ScxmlReader.read(chart), Severities.lenient()));
            Path script = chart.resolveSibling(chart.getFileName().toString().replaceAll("\\.scxml$", ".json"));
            return Files.exists(script) ? follow(JSON.readTree(script.toFile()), session) : restsInPass(session);
        } catch (IOException | RuntimeException e) {
            return Optional.of(e.toString());
        }
    }

    private static Optional<String> restsInPass(ScxmlSession session) {
        session.advanceToEnd();
        return difference("at rest", Set.of("pass"), session);
    }

    private static Optional<String> follow(JsonNode script, ScxmlSession session) {
        Optional<String> difference = difference("at the start", states(script.path("initialConfiguration")), session);
        int number = 0;
        for (JsonNode step : script.path("events")) {
            if (difference.isPresent()) {
                return difference;
            }
            String event = step.path("event").path("name").asText();
            session.advance(step.path("after").asLong(0));
            session.fire(event);
            number++;
            difference =
                    difference("after event " + number + ", " + event, states(step.path("nextConfiguration")), session);
        }
        return difference;
    }

    private static Set<String> states(JsonNode names) {
        Set<String> states = new TreeSet<>();
        names.forEach(name -> states.add(name.asText()));
        return states;
    }

    private static Optional<String> difference(String when, Set<String> expected, ScxmlSession session) {
        Set<String> actual = new TreeSet<>(session.activeStates());
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(when + " it is in " + actual + " instead of " + expected);
    }
}
