package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A definition is one value, whether it was written in JSON, in Java, or put together of its parts. */
class RoundTripProperties {

    private static final Pattern KEY = Pattern.compile("\"(\\w+)\": ");

    @Property
    void what_is_written_as_json_is_read_back_as_its_equal(@ForAll("any") ProcessDefinition definition) {
        String json = ProcessJson.write(definition);

        assertThat(ProcessJson.read(json)).as(json).isEqualTo(definition);
        assertThat(ProcessJson.write(ProcessJson.read(json))).isEqualTo(json);
    }

    @Property
    void what_is_said_in_java_equals_what_is_said_in_json(@ForAll("sayable") ProcessDefinition definition) {
        ProcessDefinition java = InJava.said(definition);

        assertThat(java).isEqualTo(definition);
        assertThat(ProcessJson.read(ProcessJson.write(java))).isEqualTo(definition);
    }

    @Property
    void equal_definitions_have_equal_hashes(@ForAll("any") ProcessDefinition definition) {
        assertThat(ProcessJson.read(ProcessJson.write(definition))).hasSameHashCodeAs(definition);
    }

    @Property(tries = 200)
    void every_part_that_was_read_has_its_place(@ForAll("any") ProcessDefinition definition) {
        String json = ProcessJson.write(definition);
        String[] lines = json.split("\n", -1);
        ProcessDefinition read = ProcessJson.read(json);

        read.states().forEach((name, state) -> {
            var place = read.placeOf("states." + name).orElseThrow();
            assertThat(lines[place.line() - 1].substring(place.column() - 1)).startsWith("\"" + name + "\"");
        });
    }

    @Example
    void the_definitions_that_are_tried_use_every_word_of_the_language() throws IOException {
        Set<String> words = new TreeSet<>();
        Definitions.any().sampleStream().limit(500).forEach(definition -> {
            Matcher key = KEY.matcher(ProcessJson.write(definition));
            while (key.find()) {
                words.add(key.group(1));
            }
        });
        Set<String> language = new TreeSet<>();
        try (InputStream schema = Objects.requireNonNull(
                ProcessJson.class.getResourceAsStream("/org/orderengine/schema/process.schema.json"))) {
            JsonNode root = new ObjectMapper().readTree(schema);
            for (JsonNode object :
                    List.of(root, root.at("/$defs/state"), root.at("/$defs/transition"), root.at("/$defs/timer"))) {
                object.path("properties").fieldNames().forEachRemaining(language::add);
            }
        }
        assertThat(words).containsAll(language);
    }

    @Provide
    Arbitrary<ProcessDefinition> any() {
        return Definitions.any();
    }

    @Provide
    Arbitrary<ProcessDefinition> sayable() {
        return Definitions.sayable();
    }
}
