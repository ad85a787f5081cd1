package org.orderengine.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/scenarios.md} names every key that the reader knows, and its example runs. */
class ScenarioDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "scenarios.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json scenario\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_key_of_a_scenario_and_of_a_step_is_explained() throws IOException {
        String text = Files.readString(DOCUMENT);
        assertThat(ScenarioReader.KEYS).allSatisfy(key -> assertThat(text).contains("`" + key + "`"));
        assertThat(StepReader.KEYS).allSatisfy(key -> assertThat(text).contains("`" + key + "`"));
    }

    @Test
    void every_key_of_an_order_is_named() throws IOException {
        String text = Files.readString(DOCUMENT);
        Matcher example = EXAMPLE.matcher(text);
        assertThat(example.find()).isTrue();
        ScenarioResult result = Scenario.parse("example.json", example.group(1)).run();
        assertThat(result.differences()).isEmpty();
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(result.json())
                        .at("/orders/o-1")
                        .fieldNames())
                .toIterable()
                .isNotEmpty()
                .allSatisfy(key -> assertThat(text).contains("`" + key + "`"));
    }
}
