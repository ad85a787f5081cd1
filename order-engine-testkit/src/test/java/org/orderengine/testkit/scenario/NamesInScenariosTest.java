package org.orderengine.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.effect.EffectResult;

class NamesInScenariosTest {

    private static final String BAR =
            """
            { "process": "bar",
              "states": { "open": { "on": { "serve": { "when": "adult", "to": "pouring" }, "go": "gone" } },
                          "pouring": { "run": "tap.open", "done": "gone", "declined": "open" },
                          "gone": { "final": true } } }
            """;

    private static final String SCENARIO =
            """
            { "scenario": "a bar", "currency": "EUR", "catalog": [ { "sku": "ALE", "price": "4.00" } ],
              %s "process": %s,
              "steps": [ { "place": { "order": "o-1", "lines": [ { "sku": "ALE", "quantity": 1 } ] } },
                         { "act": { "order": "o-1", "action": "serve" }, "expect": { "order": { "state": "gone" } } } ] }
            """;

    @TempDir
    private Path folder;

    @Test
    void a_name_that_nothing_stands_for_is_still_refused() {
        assertThat(findings(SCENARIO.formatted("\"names\": { \"guards\": { \"adult\": true } },", BAR)))
                .singleElement()
                .asString()
                .contains("there is no effect \"tap.open\"");
    }

    @Test
    void what_stands_for_a_name_is_read_strictly() {
        String names =
                """
                "names": { "guards": { "adult": false }, "effects": { "tap.open": ["approved"] }, "rules": { "r": "noon" }, "guard": {} },
                """;
        assertThat(findings(SCENARIO.formatted(names.strip(), "\"physical-goods\"")))
                .extracting(ScenarioFinding::message)
                .containsExactlyInAnyOrder(
                        "expected true, or the reason why not as a text, found false",
                        "\"approved\" is none of \"done\", \"declined\", \"failed\", \"unknown\"",
                        "expected an instant, like \"2026-01-01T00:00:00Z\", found \"noon\"",
                        "unknown key \"guard\" (did you mean \"guards\"?)");
    }

    @Test
    void a_list_of_names_says_yes_and_done() {
        assertThat(Scenario.parse(
                                "bar.json",
                                SCENARIO.formatted(
                                        "\"names\": { \"guards\": [\"adult\"], \"effects\": [\"tap.open\"] },", BAR))
                        .run()
                        .differences())
                .isEmpty();
    }

    @Test
    void a_process_is_taken_from_a_file_beside_the_scenario() throws IOException {
        Files.writeString(folder.resolve("bar.json"), BAR);
        Path scenario = Files.writeString(
                folder.resolve("story.json"),
                SCENARIO.formatted(
                        "\"names\": { \"guards\": [\"adult\"], \"effects\": [\"tap.open\"] },",
                        "{ \"file\": \"bar.json\" }"));
        assertThat(Scenario.read(scenario).run().differences()).isEmpty();
    }

    @Test
    void what_is_wrong_in_that_file_is_said_of_that_file() throws IOException {
        Path bar = Files.writeString(folder.resolve("bar.json"), BAR);
        Path scenario =
                Files.writeString(folder.resolve("story.json"), SCENARIO.formatted("", "{ \"file\": \"bar.json\" }"));
        assertThatThrownBy(() -> Scenario.read(scenario))
                .isInstanceOf(ScenarioFormatException.class)
                .hasMessageContaining(bar + ":2:52: there is no guard \"adult\"");
        Path other =
                Files.writeString(folder.resolve("other.json"), SCENARIO.formatted("", "{ \"file\": \"baar.json\" }"));
        assertThatThrownBy(() -> Scenario.read(other))
                .isInstanceOf(ScenarioFormatException.class)
                .hasMessageContaining("there is no file " + folder.resolve("baar.json"));
    }

    @Test
    void a_host_brings_its_own_guards_and_effects() {
        AtomicInteger poured = new AtomicInteger();
        Scenario scenario = Scenario.parse(
                "bar.json", SCENARIO.formatted("", BAR), engine -> engine.guard("adult", (order, now) -> null)
                        .effect("tap.open", (order, call) -> {
                            poured.incrementAndGet();
                            return EffectResult.done();
                        }));
        assertThat(scenario.run().differences()).isEmpty();
        assertThat(scenario.withRestartAfter(1).run().differences()).isEmpty();
        assertThat(poured).hasValue(2);
    }

    private static List<ScenarioFinding> findings(String text) {
        return catchThrowableOfType(ScenarioFormatException.class, () -> Scenario.parse("bar.json", text))
                .findings();
    }
}
