package org.orderengine.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderengine.engine.OrderEngine;

/** The JSON Schemas of scenarios and offers, held against the reader and against every scenario of the repository. */
class ScenarioSchemaTest {

    private static final URI SCENARIO = URI.create("urn:orderengine:scenario");
    private static final URI VIEW = URI.create("urn:orderengine:view");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern KEYS = Pattern.compile("unknown key \"~\"; use one of \\[(.*)]");

    /** An object of another key than any is put where the schema has an object: the reader then says which keys it knows there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "|{ \"~\": 1 }",
                "/properties/catalog/items|{ \"catalog\": [ { \"~\": 1 } ] }",
                "/properties/taxRates/items|{ \"taxRates\": [ { \"~\": 1 } ] }",
                "/properties/stock/items|{ \"stock\": [ { \"~\": 1 } ] }",
                "/$defs/offer|{ \"offers\": [ { \"~\": 1 } ] }",
                "/$defs/offer/properties/when|{ \"offers\": [ { \"id\": \"a\", \"on\": \"order\", \"percent\": \"1\","
                        + " \"when\": { \"~\": 1 } } ] }",
                "/properties/members/items|{ \"members\": [ { \"~\": 1 } ] }",
                "/properties/points|{ \"points\": { \"~\": 1 } }",
                "/properties/deposits|{ \"deposits\": { \"~\": 1 } }",
                "/properties/names|{ \"names\": { \"~\": 1 } }",
                "/properties/gateway/items|{ \"gateway\": [ { \"~\": 1 } ] }",
                "/properties/inventory/items|{ \"inventory\": [ { \"~\": 1 } ] }",
                "/properties/delivery/items|{ \"delivery\": [ { \"~\": 1 } ] }",
                "/$defs/step|{ \"steps\": [ { \"~\": 1 } ] }",
                "/$defs/place|{ \"steps\": [ { \"place\": { \"~\": 1 } } ] }",
                "/$defs/line|{ \"steps\": [ { \"place\": { \"lines\": [ { \"~\": 1 } ] } } ] }",
                "/$defs/place/properties/shipping|{ \"steps\": [ { \"place\": { \"shipping\": { \"~\": 1 } } } ] }",
                "/$defs/place/properties/address|{ \"steps\": [ { \"place\": { \"address\": { \"~\": 1 } } } ] }",
                "/$defs/actor|{ \"steps\": [ { \"place\": { \"actor\": { \"~\": 1 } } } ] }",
                "/$defs/step/properties/stock|{ \"steps\": [ { \"stock\": { \"~\": 1 } } ] }"
            })
    void the_schema_has_the_keys_that_the_reader_knows(String where, String document) throws IOException {
        ScenarioFormatException wrong =
                catchThrowableOfType(ScenarioFormatException.class, () -> Scenario.parse("probe.json", document));
        List<String> known = wrong.findings().stream()
                .map(finding -> KEYS.matcher(finding.message()))
                .filter(Matcher::matches)
                .flatMap(keys -> Stream.of(keys.group(1).split(", ")))
                .toList();
        List<String> inSchema = new ArrayList<>();
        schema("scenario")
                .at(where == null ? "" : where)
                .path("properties")
                .fieldNames()
                .forEachRemaining(inSchema::add);
        assertThat(inSchema).isNotEmpty().containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void an_offer_is_the_same_in_a_scenario_and_alone() throws IOException {
        assertThat(schema("scenario").at("/$defs/offer"))
                .isEqualTo(schema("offer").at("/$defs/offer"));
    }

    @TestFactory
    Stream<DynamicTest> every_scenario_of_the_repository_follows_the_schema() throws IOException {
        Validator validator = new ValidatorFactory().createValidator();
        validator.registerSchema(SCENARIO, schema("scenario").toString());
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : scenarios()) {
            String text = Files.readString(file);
            tests.add(DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> assertThat(
                            validator.validate(SCENARIO, text).getErrors().stream()
                                    .map(error -> error.getInstanceLocation() + ": " + error.getError()))
                    .isEmpty()));
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> every_order_that_a_scenario_shows_follows_the_schema_of_views() throws IOException {
        Validator validator = new ValidatorFactory().createValidator();
        validator.registerSchema(VIEW, schema("view").toString());
        return scenarios().stream()
                .limit(12)
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                    JsonNode orders =
                            JSON.readTree(Scenario.read(file).run().json()).path("orders");
                    assertThat(orders).allSatisfy(order -> assertThat(
                                    validator.validate(VIEW, order.toString()).getErrors().stream()
                                            .map(error -> error.getInstanceLocation() + ": " + error.getError()))
                            .isEmpty());
                }));
    }

    @Test
    void the_schema_of_views_has_the_names_that_expectations_may_use() throws IOException {
        requireSame(schema("view"), schema("view"), Objects.requireNonNull(OutputNames.STEP.inner("order")), "order");
    }

    private static void requireSame(JsonNode root, JsonNode schema, OutputNames names, String where) {
        JsonNode object = objectOf(root, schema);
        if (names.names().isEmpty()) {
            return;
        }
        List<String> inSchema = new ArrayList<>();
        object.path("properties").fieldNames().forEachRemaining(inSchema::add);
        assertThat(inSchema).as(where).containsExactlyInAnyOrderElementsOf(names.names());
        for (String name : names.names()) {
            OutputNames inner = Objects.requireNonNull(names.inner(name));
            requireSame(root, object.path("properties").path(name), inner, where + "." + name);
        }
    }

    /** The object that a schema describes: itself, the elements of its list, or what stands beside null. */
    private static JsonNode objectOf(JsonNode root, JsonNode schema) {
        if (schema.has("items")) {
            return objectOf(root, schema.path("items"));
        } else if (schema.has("oneOf")) {
            return objectOf(root, schema.path("oneOf").path(1));
        }
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static List<Path> scenarios() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(
                ROOT.resolve("order-engine-testkit/src/test/scenarios"),
                ROOT.resolveSibling("shared").resolve("scenarios"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> inside = Files.list(folder)) {
                    inside.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private static JsonNode schema(String name) throws IOException {
        String resource = "/org/orderengine/schema/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(OrderEngine.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        }
    }
}
