package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.diagram.Diagrams;

/**
 * {@code docs/processes} and the standard processes say the same: states, timers, actions and diagram. With {@code
 * -Ddocs.write=true} the diagrams are written anew.
 */
class ProcessDocumentsTest {

    private static final Path FOLDER = Path.of("..", "docs", "processes");
    private static final Pattern DIAGRAM = Pattern.compile("```mermaid\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final boolean WRITES = Boolean.getBoolean("docs.write");

    @TestFactory
    Stream<DynamicTest> every_document_shows_its_process() {
        return StandardProcesses.names().stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    @Test
    void there_is_a_document_for_each_standard_process_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(StandardProcesses.names());
        }
    }

    private static void check(String name) throws IOException {
        ProcessDefinition definition = StandardProcesses.named(name).orElseThrow();
        Path file = FOLDER.resolve(name + ".md");
        if (WRITES) {
            String block = "```mermaid\n" + Diagrams.mermaid(definition) + "```";
            Files.writeString(
                    file, DIAGRAM.matcher(Files.readString(file)).replaceFirst(Matcher.quoteReplacement(block)));
        }
        String document = Files.readString(file);

        Matcher diagram = DIAGRAM.matcher(document);
        assertThat(diagram.find()).isTrue();
        assertThat(diagram.group(1)).isEqualTo(Diagrams.mermaid(definition));
        Map<String, List<String>> states = new LinkedHashMap<>();
        Map<String, List<String>> timers = new LinkedHashMap<>();
        Map<String, List<String>> actions = new LinkedHashMap<>();
        collect(definition.states(), states, timers, actions);
        assertThat(table(document, "States").keySet()).isEqualTo(states.keySet());
        assertThat(table(document, "Timers")).isEqualTo(timers);
        assertThat(table(document, "Actions")).isEqualTo(actions);
    }

    private static void collect(
            Map<String, ProcessState> inner,
            Map<String, List<String>> states,
            Map<String, List<String>> timers,
            Map<String, List<String>> actions) {
        inner.forEach((name, state) -> {
            if (state.states().isEmpty() && state.history() == null) {
                states.put(name, List.of());
            }
            state.on().keySet().forEach(action -> add(actions, action, name));
            state.after().keySet().forEach(timer -> add(timers, timer, name));
            collect(state.states(), states, timers, actions);
        });
    }

    private static void add(Map<String, List<String>> where, String what, String state) {
        where.computeIfAbsent(what, key -> new ArrayList<>()).add(state);
    }

    /** What the rows of the table under a heading name: in the first column, and for each of them in the second. */
    private static Map<String, List<String>> table(String document, String heading) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        String section = document.split("## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
        section.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            rows.put(names(cells[1]).get(0), names(cells[2]));
        });
        return rows;
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
