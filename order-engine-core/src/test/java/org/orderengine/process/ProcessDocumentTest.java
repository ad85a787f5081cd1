package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.vocabulary.ChildGuards;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.Registry;

/** {@code docs/process.md} explains every key of the language and every built-in name, and its examples are right. */
class ProcessDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "process.md");
    private static final Pattern SECTION =
            Pattern.compile("### `(\\$?[a-z]+)`\n(.*?)```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\w+) \\| `([a-z.-]+)` \\| .*\\S \\| .*\\S \\|$", Pattern.MULTILINE);
    private static final Registry REGISTRY =
            BuiltIns.names().with(Map.of(), Set.of("mail.send"), Map.of("show-begins", (order, now) -> now));

    @Test
    void every_key_of_the_language_has_its_section() throws IOException {
        List<String> explained =
                sections().stream().map(section -> section.group(1)).toList();
        assertThat(explained).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(keys());
    }

    @TestFactory
    Stream<DynamicTest> every_section_shows_its_key_in_an_example() throws IOException {
        return sections().stream()
                .map(section -> DynamicTest.dynamicTest(section.group(1), () -> {
                    assertThat(section.group(2)).doesNotContain("\n### ").isNotBlank();
                    assertThat(section.group(3)).contains("\"" + section.group(1) + "\":");
                }));
    }

    @Test
    void all_examples_are_free_of_findings() throws IOException {
        Matcher example = EXAMPLE.matcher(document());
        int examples = 0;
        while (example.find()) {
            assertThat(CompiledProcess.verify(ProcessJson.read(example.group(1)), REGISTRY))
                    .as(example.group(1))
                    .isEmpty();
            examples++;
        }
        assertThat(examples).isEqualTo(sections().size() + 1);
    }

    @Test
    void the_definition_in_java_equals_the_one_in_json() throws IOException {
        Matcher example = EXAMPLE.matcher(document());
        assertThat(example.find()).isTrue();
        assertThat(inJava()).isEqualTo(ProcessJson.read(example.group(1)));
        Matcher java = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(document());
        assertThat(java.find()).isTrue();
        String source = Files.readString(Path.of("src/test/java/org/orderengine/process/ProcessDocumentTest.java"));
        assertThat(plain(source)).contains(plain(java.group(1)));
    }

    @Test
    void the_table_names_everything_that_is_built_in_and_nothing_else() throws IOException {
        assertThat(named("guard"))
                .containsExactlyInAnyOrderElementsOf(BuiltIns.names().guards().keySet());
        assertThat(named("rule"))
                .containsExactlyInAnyOrderElementsOf(BuiltIns.names().rules().keySet());
        assertThat(named("effect"))
                .containsExactlyInAnyOrderElementsOf(BuiltIns.names().effects());
        List<String> follow = Arrays.stream(EffectKind.values())
                .filter(kind -> kind != EffectKind.HOST)
                .map(EffectKind::word)
                .filter(word -> !EffectKind.nameable().contains(word))
                .toList();
        assertThat(named("follows")).containsExactlyInAnyOrderElementsOf(follow);
        Set<String> guards = new TreeSet<>(BuiltIns.names().guards().keySet());
        guards.addAll(ChildGuards.with(Map.of()).keySet());
        assertThat(constants(GuardNames.class)).containsExactlyInAnyOrderElementsOf(guards);
    }

    private static ProcessDefinition inJava() {
        return ProcessDefinition.named("tickets", 1)
                .initial("open")
                .state("open", s -> s.on("pay")
                        .to("paying")
                        .on("cancel")
                        .to("cancelling")
                        .after("unpaid", Duration.ofMinutes(10))
                        .to("cancelling"))
                .state("paying", s -> s.run("payment.capture")
                        .done("paid")
                        .declined("open")
                        .defer("cancel"))
                .state("paid", s -> s.on("use").to("used").on("cancel").to("cancelling"))
                .state("cancelling", s -> s.run("reverse").done("cancelled"))
                .state("used", s -> s.end())
                .state("cancelled", s -> s.end())
                .build();
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (InputStream schema = Objects.requireNonNull(
                ProcessJson.class.getResourceAsStream("/org/orderengine/schema/process.schema.json"), "the schema")) {
            JsonNode root = new ObjectMapper().readTree(schema);
            for (JsonNode object :
                    List.of(root, root.at("/$defs/state"), root.at("/$defs/transition"), root.at("/$defs/timer"))) {
                object.path("properties").fieldNames().forEachRemaining(keys::add);
            }
        }
        return keys;
    }

    private static List<Matcher> sections() throws IOException {
        List<Matcher> sections = new ArrayList<>();
        String text = document();
        Matcher section = SECTION.matcher(text);
        for (int from = 0; section.find(from); from = section.end()) {
            Matcher found = SECTION.matcher(text);
            assertThat(found.find(section.start())).isTrue();
            sections.add(found);
        }
        return sections;
    }

    private static List<String> named(String kind) throws IOException {
        return ROW.matcher(document())
                .results()
                .filter(row -> row.group(1).equals(kind))
                .map(row -> row.group(2))
                .collect(Collectors.toList());
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ProcessDocumentTest::value)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String document() throws IOException {
        return Files.readString(DOCUMENT);
    }

    private static String plain(String source) {
        return source.replaceAll("\\s+", "");
    }
}
