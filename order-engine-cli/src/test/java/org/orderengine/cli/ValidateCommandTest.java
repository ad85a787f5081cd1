package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.process.ProcessJson;

class ValidateCommandTest {

    private static final String GOOD =
            """
            { "process": "tickets", "version": 2, "initial": "open", "states": {
                "open": { "on": { "use": "used" }, "after": { "expired": { "in": "P1D", "to": "used" } } },
                "used": { "final": true } } }
            """;

    @TempDir
    private Path folder;

    @Test
    void a_good_definition_is_valid() throws IOException {
        Run run = Run.of("validate", write("tickets.json", GOOD));
        assertThat(run.status()).isZero();
        JsonNode output = new ObjectMapper().readTree(run.out().get(0));
        assertThat(output.get("process").asText()).isEqualTo("tickets");
        assertThat(output.get("version").asInt()).isEqualTo(2);
        assertThat(output.get("valid").asBoolean()).isTrue();
    }

    @Test
    void everything_that_is_wrong_is_said_with_its_place() throws IOException {
        Path file = write(
                "tickets.json", GOOD.replace("\"after\"", "\"afer\"").replace("\"final\": true", "\"final\": \"yes\""));
        Run run = Run.of("validate", file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .anyMatch(line -> line.startsWith(file + ":2:") && line.contains("did you mean \"after\"?"))
                .anyMatch(line -> line.startsWith(file + ":3:") && line.contains("true or false"));
        JsonNode output = new ObjectMapper().readTree(run.out().get(0));
        assertThat(output.get("valid").asBoolean()).isFalse();
        assertThat(output.get("findings")).hasSize(run.err().size());
    }

    @Test
    void a_name_that_does_not_bind_has_its_place_too() throws IOException {
        Path file = write("tickets.json", GOOD.replace("\"on\": {", "\"run\": [ \"inventory.reserv\" ], \"on\": {"));
        Run run = Run.of("validate", file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .anyMatch(
                        line -> line.startsWith(file + ":2:") && line.contains("did you mean \"inventory.reserve\"?"));
    }

    @Test
    void what_is_no_json_and_what_is_not_there_is_not_understood() throws IOException {
        Path broken = write("broken.json", "{ \"process\": ");
        Run run = Run.of("validate", broken, folder.resolve("none.json"), write("tickets.json", GOOD));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).hasSize(2);
        assertThat(run.err())
                .anyMatch(line -> line.startsWith(broken + ":1:"))
                .contains(folder.resolve("none.json") + ": there is no such file");
    }

    @Test
    void a_plain_table_is_checked_as_a_definition_of_the_files_name() throws IOException {
        Path good = write("tickets.csv", "state,action,next state\nopen,use,used\nopen,drop,dropped\n");
        Path wrong = write("wrong.csv", "state,action,guard,next state\nopen,use,fuly-paid,opn\n");
        Run run = Run.of("validate", good, wrong);
        assertThat(run.status()).isEqualTo(2);
        JsonNode output = new ObjectMapper().readTree(run.out().get(0));
        assertThat(output.get("process").asText()).isEqualTo("tickets");
        assertThat(output.get("valid").asBoolean()).isTrue();
        assertThat(run.err())
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith(wrong + ":2:20: error: ")
                .contains("did you mean \"open\"?");
    }

    @Test
    void a_definition_that_names_what_the_host_registers_is_valid_where_it_is_said() throws IOException {
        Path file = write(
                "tickets.json",
                GOOD.replace("{ \"use\": \"used\" }", "{ \"use\": { \"when\": \"door-open\", \"to\": \"used\" } }"));
        Path names = write("names.json", "{ \"guards\": [\"door-open\"] }");
        assertThat(Run.of("validate", file).status()).isEqualTo(2);
        assertThat(Run.of("validate", "--names", names, file).status()).isZero();
        assertThat(Run.of("validate", "--assume-names", file).status()).isZero();
        Run drawn = Run.of("diagram", "--names", names, file);
        assertThat(drawn.status()).isZero();
        assertThat(drawn.err()).isEmpty();
    }

    @Test
    void a_name_that_is_assumed_and_nearly_built_in_is_a_warning() throws IOException {
        Path file = write(
                "tickets.json",
                GOOD.replace("{ \"use\": \"used\" }", "{ \"use\": { \"when\": \"fuly-paid\", \"to\": \"used\" } }"));
        Run run = Run.of("validate", "--assume-names", file);
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains(
                        ":2:40: warning: guard \"fuly-paid\" is taken for one of the host's own (did you mean \"fully-paid\"?)");
    }

    @Test
    void names_that_cannot_be_understood_are_said() throws IOException {
        Path file = write("tickets.json", GOOD);
        Path names = write("names.json", "{ \"gards\": [\"door-open\"] }");
        Run run = Run.of("validate", "--names", names, file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).containsExactly(names + ":1:3: unknown key \"gards\" (did you mean \"guards\"?)");
        assertThat(run.out()).isEmpty();
        assertThat(Run.of("validate", "--names", names, "--assume-names", file).err())
                .containsExactly(
                        "--names and --assume-names exclude each other: with the names known, none is assumed");
    }

    @Test
    void the_whole_definition_is_printed_where_that_is_asked_for() throws IOException {
        Path file = write(
                "tickets.json", GOOD.replace("{ \"process\"", "{ \"$schema\": \"process.schema.json\", \"process\""));
        Run run = Run.of("validate", "--resolved", file);
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(String.join("\n", run.out()) + "\n").isEqualTo(ProcessJson.write(ProcessJson.read(GOOD)));
    }

    @Test
    void what_is_no_json_is_said_in_words_for_people() throws IOException {
        Path broken = write("broken.json", "{ \"process\": \"a\", \n \"states\": {");
        assertThat(Run.of("validate", broken).err())
                .containsExactly(broken
                        + ":2:13: error: Unexpected end-of-input: expected close marker for Object (start marker at line 2,"
                        + " column 12) (not-json); correct it there: a definition is one JSON object");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
