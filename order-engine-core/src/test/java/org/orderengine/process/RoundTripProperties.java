package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A definition is one value, whether it was written in JSON, in Java, or put together of its parts. */
class RoundTripProperties {

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

    @Provide
    Arbitrary<ProcessDefinition> any() {
        return Definitions.any();
    }

    @Provide
    Arbitrary<ProcessDefinition> sayable() {
        return Definitions.sayable();
    }
}
