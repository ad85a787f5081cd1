package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.finding.ProcessRule;

/** The JSON Schema that ships, held against the reader and against every definition of the repository. */
class SchemaTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final URI SCHEMA = URI.create("urn:orderengine:process");
    private static final Validator VALIDATOR = validator();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SHARED = ROOT.resolveSibling("shared").resolve("scenarios");
    private static final Pattern WRONG_BLOCK = Pattern.compile("```json wrong\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\n(\\s*\\{.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> every_definition_of_the_repository_follows_the_schema() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files(".*\\.(json|md)")) {
            for (JsonNode definition : definitions(file)) {
                tests.add(DynamicTest.dynamicTest(
                        ROOT.relativize(file) + " " + definition.path("process").asText(),
                        () -> assertThat(errors(definition.toString())).isEmpty()));
            }
        }
        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .anyMatch(name -> name.contains("physical-goods.json"))
                .anyMatch(name -> name.contains("src/test/scenarios"))
                .anyMatch(name -> !Files.isDirectory(SHARED) || name.contains("shared/scenarios/11-own-process.json"));
        return tests.stream();
    }

    /** Examples of what is wrong and definitions of tests: where the reader has nothing to say, the schema must not either. */
    @TestFactory
    Stream<DynamicTest> whatever_a_document_or_a_test_shows_follows_the_schema_if_it_can_be_read() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files(".*\\.(java|md)")) {
            Matcher block =
                    (file.toString().endsWith(".md") ? WRONG_BLOCK : TEXT_BLOCK).matcher(Files.readString(file));
            for (int i = 1; block.find(); i++) {
                String text = block.group(1);
                if (isRead(text) && hasGoodNames(text)) {
                    tests.add(DynamicTest.dynamicTest(ROOT.relativize(file) + " " + i, () -> assertThat(errors(text))
                            .isEmpty()));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream();
    }

    @Test
    void the_schema_refuses_what_the_reader_refuses() {
        assertThat(errors("{ \"process\": \"p\" }")).isNotEmpty();
        assertThat(errors("{ \"process\": \"p\", \"states\": { \"a\": { \"fnial\": true } } }"))
                .isNotEmpty();
        assertThat(errors("{ \"process\": \"p\", \"states\": { \"a\": { \"after\": { \"t\": {} } } } }"))
                .isNotEmpty();
        assertThat(errors("{ \"process\": \"p\", \"states\": {} }")).isEmpty();
    }

    @Property(tries = 300)
    void reader_and_schema_agree_on_whatever_a_change_makes_of_a_definition(
            @ForAll("plain") ProcessDefinition definition,
            @ForAll @IntRange(max = 10_000) int where,
            @ForAll @IntRange(max = 9) int what)
            throws IOException {
        JsonNode changed = MAPPER.readTree(ProcessJson.write(definition));
        change(changed, where, what);
        String text = changed.toString();

        assertThat(isRead(text)).as(text).isEqualTo(errors(text).isEmpty());
    }

    @Provide
    Arbitrary<ProcessDefinition> plain() {
        return Definitions.any()
                .filter(definition -> !ProcessJson.write(definition).contains("PT0.000000001S"));
    }

    private static void change(JsonNode root, int where, int what) {
        List<JsonNode> inner = new ArrayList<>();
        collect(root, inner);
        JsonNode parent = inner.get(where % inner.size());
        if (parent instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            object.set(what == 0 || names.isEmpty() ? "foo" : names.get(where % names.size()), replacement(what));
        } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
            array.set(where % array.size(), replacement(what));
        }
    }

    private static JsonNode replacement(int what) {
        return switch (what) {
            case 1 -> MAPPER.nullNode();
            case 2 -> MAPPER.getNodeFactory().booleanNode(true);
            case 3 -> MAPPER.getNodeFactory().numberNode(12);
            case 4 -> MAPPER.createArrayNode();
            case 5 -> MAPPER.createObjectNode();
            case 6 -> MAPPER.createArrayNode().add("x");
            case 7 -> MAPPER.createObjectNode().put("foo", 1);
            case 8 -> MAPPER.createArrayNode().add(MAPPER.createObjectNode().put("to", "x"));
            default -> MAPPER.getNodeFactory().textNode("x");
        };
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        if (node.isContainerNode()) {
            all.add(node);
            node.forEach(child -> collect(child, all));
        }
    }

    private static boolean isRead(String text) {
        try {
            ProcessJson.read(text);
            return true;
        } catch (DefinitionException refused) {
            return false;
        }
    }

    /** Names are for verification to judge, so that it can say what is wrong with all of them; the schema says it at once. */
    private static boolean hasGoodNames(String text) {
        return CompiledProcess.verify(ProcessJson.read(text), BuiltIns.names()).stream()
                .noneMatch(finding -> finding.code().equals(ProcessRule.BAD_NAME.code()));
    }

    private static List<String> errors(String definition) {
        return VALIDATOR.validate(SCHEMA, definition).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    private static Validator validator() {
        try (InputStream in = Objects.requireNonNull(
                ProcessJson.class.getResourceAsStream("/org/orderengine/schema/process.schema.json"), "the schema")) {
            Validator validator = new ValidatorFactory().createValidator();
            validator.registerSchema(SCHEMA, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return validator;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The files of the repository of such names, and the scenarios beside it where they are there. */
    private static List<Path> files(String names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path top : List.of(ROOT, SHARED)) {
            if (Files.isDirectory(top)) {
                try (Stream<Path> all = Files.walk(top)) {
                    all.filter(file -> file.toString().matches(names))
                            .filter(file -> !file.toString().contains("/target/"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private static List<JsonNode> definitions(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> jsons = new ArrayList<>();
        if (file.toString().endsWith(".json")) {
            jsons.add(text);
        } else {
            Matcher block = JSON_BLOCK.matcher(text);
            while (block.find()) {
                if (block.group(1).contains("\"process\"")) {
                    jsons.add(block.group(1));
                }
            }
        }
        List<JsonNode> definitions = new ArrayList<>();
        for (String json : jsons) {
            JsonNode node = MAPPER.readTree(json);
            Stream.concat(
                            Stream.of(node, node.path("process")),
                            Stream.iterate(0, i -> i < node.path("processes").size(), i -> i + 1)
                                    .map(i -> node.path("processes").path(i)))
                    .filter(candidate ->
                            candidate.isObject() && candidate.path("process").isTextual() && !candidate.has("scenario"))
                    .forEach(definitions::add);
        }
        return definitions;
    }
}
