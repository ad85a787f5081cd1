package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.compiled.CompiledProcess;

/** A definition's fingerprint stands for what it says. */
class FingerprintTest {

    private static final String TICKETS =
            """
            { "process": "tickets", "version": 1, "states": {
                "open": { "on": { "use": "used", "drop": { "to": "used" } } },
                "used": { "final": true } } }
            """;

    @Test
    void layout_form_and_language_do_not_count() {
        ProcessDefinition read = ProcessJson.read(TICKETS);

        assertThat(ProcessJson.read(TICKETS.replaceAll("\\s+", "").replace("\"used\",", "[{\"to\":\"used\"}],"))
                        .fingerprint())
                .isEqualTo(read.fingerprint());
        assertThat(ProcessJson.read(ProcessJson.write(read)).fingerprint()).isEqualTo(read.fingerprint());
        assertThat(ProcessTable.read("state,action,next state\nopen,use,used\nopen,drop,used\n", "tickets", 1)
                        .fingerprint())
                .isEqualTo(read.fingerprint());
    }

    @Test
    void it_stays_what_it_is_in_every_version_of_the_library() {
        assertThat(ProcessJson.read(TICKETS).fingerprint())
                .isEqualTo("103d8265209019d12356667aabdcfef4d5e6d683164b8c11b016bda37a03eb7e");
    }

    @Property
    void definitions_that_differ_have_different_ones(
            @ForAll("definitions") ProcessDefinition one, @ForAll("definitions") ProcessDefinition other) {
        assertThat(one.fingerprint().equals(other.fingerprint())).isEqualTo(one.equals(other));
        assertThat(new ProcessDefinition(one.name(), one.version(), one.initial(), one.states()).fingerprint())
                .isEqualTo(one.fingerprint());
    }

    @Test
    void a_version_that_is_given_twice_with_other_content_is_refused_with_all_of_them() {
        ProcessDefinition tickets = ProcessJson.read(TICKETS);
        ProcessDefinition changed = ProcessJson.read(TICKETS.replace("drop", "lose"));
        ProcessDefinition again = ProcessJson.read(TICKETS.replace("drop", "sell"));

        List<Finding> findings = catchThrowableOfType(
                        DefinitionException.class,
                        () -> CompiledProcess.compile(
                                List.of(tickets, changed, again, tickets), BuiltIns.names(), null))
                .findings();

        assertThat(findings).extracting(Finding::code).containsExactly("version-reused", "version-reused");
        assertThat(findings.get(0).message())
                .contains(
                        tickets.fingerprint().substring(0, 12),
                        changed.fingerprint().substring(0, 12));
    }

    @Test
    void the_same_content_twice_and_other_versions_are_fine() {
        assertThat(CompiledProcess.compile(
                        List.of(
                                ProcessJson.read(TICKETS),
                                ProcessJson.read(TICKETS.replace("\n", " ")),
                                ProcessJson.read(TICKETS.replace("\"version\": 1", "\"version\": 2"))),
                        BuiltIns.names(),
                        null))
                .hasSize(2);
    }

    @Provide
    Arbitrary<ProcessDefinition> definitions() {
        return Definitions.any();
    }
}
