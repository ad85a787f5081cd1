package org.orderengine.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTestsTest {

    private static final String SCENARIO =
            """
            { "scenario": "one", "currency": "USD", "catalog": [], "steps": [ %s ] }
            """;

    @TempDir
    private Path folder;

    @Test
    void there_is_a_test_for_each_file_and_for_each_restart() throws IOException {
        write("a.json", SCENARIO.formatted("{ \"advance\": \"P1D\" }, { \"advance\": \"P1D\" }"));
        write("b.json", SCENARIO.formatted(""));
        write("notes.txt", "no scenario");
        assertThat(tests(true).map(DynamicNode::getDisplayName))
                .containsExactly(
                        "a.json", "a.json, restarted after step 1", "a.json, restarted after step 2", "b.json");
        assertThat(tests(false).map(DynamicNode::getDisplayName)).containsExactly("a.json", "b.json");
    }

    @Test
    void a_test_fails_with_every_difference() throws IOException {
        write(
                "a.json",
                SCENARIO.formatted("{ \"advance\": \"P1D\", \"expect\": { \"accepted\": false, \"step\": 7 } }"));
        assertThatThrownBy(() -> run(tests(false).toList().get(0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a.json: step 1: accepted: expected false, was true")
                .hasMessageContaining("a.json: step 1: step: expected 7, was 1");
    }

    @Test
    void a_file_that_cannot_be_understood_fails() throws IOException {
        write("a.json", "{}");
        List<DynamicNode> tests = tests(true).toList();
        assertThat(tests).hasSize(1);
        assertThatThrownBy(() -> run(tests.get(0))).isInstanceOf(ScenarioFormatException.class);
    }

    @Test
    void a_folder_without_scenarios_fails() {
        assertThatThrownBy(() -> tests(false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no scenarios");
    }

    private Stream<DynamicNode> tests(boolean withRestarts) throws IOException {
        return new ScenarioTests() {
            @Override
            protected Path folder() {
                return folder;
            }

            @Override
            protected boolean withRestarts() {
                return withRestarts;
            }
        }.scenarios();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void run(DynamicNode test) throws Throwable {
        ((DynamicTest) test).getExecutable().execute();
    }
}
