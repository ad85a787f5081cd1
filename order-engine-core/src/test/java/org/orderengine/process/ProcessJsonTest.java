package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.finding.ProcessFindings;

/** What the reader makes of definitions that people wrote, and what it says where it can make nothing of them. */
class ProcessJsonTest {

    @Test
    void short_forms_mean_what_the_long_ones_do() {
        ProcessDefinition shortly = ProcessJson.read(
                """
                { "process": "p", "states": {
                  "a": { "run": "reverse", "on": { "pay": "b", "ship": { "when": "fully-paid", "to": "b" }, "hold": {} },
                         "after": { "late": { "in": "P1D", "to": "b" } }, "done": "b" },
                  "b": { "final": true } } }""");
        ProcessDefinition atLength = ProcessJson.read(
                """
                { "process": "p", "version": 1, "initial": "a", "states": {
                  "a": { "run": ["reverse"], "on": { "pay": [{ "to": "b" }], "ship": [{ "when": ["fully-paid"], "to": "b" }],
                         "hold": [{}] },
                         "after": { "late": { "in": "PT24H", "then": ["b"] } }, "done": ["b"] },
                  "b": { "final": true } } }""");

        assertThat(shortly).isEqualTo(atLength);
    }

    @Test
    void everything_that_cannot_be_understood_is_said_at_once_with_its_place_and_path() {
        String text =
                """
                { "process": "p", "verzion": 2,
                  "states": {
                    "a": { "on": { "pay": { "to": 7 }, "ship": ["b", { "wen": "x" }] },
                           "after": { "late": { "to": "b" }, "later": { "in": "1 day", "to": "b" } },
                           "final": "yes", "history": "deepest" },
                    "b": []
                  } }""";

        assertThat(findings(text))
                .containsExactlyInAnyOrder(
                        "unknown-key at line 1, column 19, definition",
                        "wrong-value at line 3, column 35, states.a.on.pay[0].to",
                        "unknown-key at line 3, column 56, states.a.on.ship[1]",
                        "timer-without-due at line 4, column 31, states.a.after.late",
                        "wrong-value at line 4, column 63, states.a.after.later.in",
                        "wrong-value at line 5, column 21, states.a.final",
                        "wrong-value at line 5, column 39, states.a.history",
                        "wrong-value at line 6, column 10, states.b");
    }

    @Test
    void an_unknown_key_is_met_with_the_one_that_was_meant() {
        assertThat(refusal("{ \"process\": \"p\", \"states\": { \"a\": { \"parralel\": true } } }"))
                .hasMessageContaining("\"parralel\" means nothing here (did you mean \"parallel\"?)");
    }

    @Test
    void a_state_named_twice_is_found_with_its_place() {
        assertThat(
                        findings(
                                """
                { "process": "p",
                  "states": {
                    "a": { "final": true },
                    "a": { "final": true } } }"""))
                .containsExactly("duplicate-key at line 4, column 5, states");
    }

    @Test
    void a_text_that_is_not_json_is_refused_where_it_stops_being_so() {
        assertThat(findings("{ \"process\": \"p\",\n  states }"))
                .containsExactly("not-json at line 2, column 3, definition");
        assertThat(findings("")).containsExactly("not-json at line 1, column 1, definition");
        assertThat(findings("{} {}")).hasSize(1).first().asString().startsWith("not-json");
    }

    @Test
    void a_definition_needs_a_name_and_states() {
        assertThat(findings("{}"))
                .containsExactlyInAnyOrder(
                        "missing-key at line 1, column 1, definition", "missing-key at line 1, column 1, definition");
        assertThat(findings("{ \"process\": \" \", \"states\": {} }"))
                .containsExactly("wrong-value at line 1, column 14, process");
        assertThat(findings("[]")).containsExactly("wrong-value at line 1, column 1, definition");
    }

    @Test
    void versions_are_whole_numbers_from_one() {
        for (String version : List.of("0", "-1", "1.5", "\"1\"", "null", "2147483648", "1e400000000")) {
            assertThat(findings("{ \"process\": \"p\", \"version\": " + version + ", \"states\": {} }"))
                    .as(version)
                    .containsExactly("wrong-value at line 1, column 30, version");
        }
        assertThat(ProcessJson.read("{ \"process\": \"p\", \"version\": 2e1, \"states\": {} }")
                        .version())
                .isEqualTo(20);
    }

    @Test
    void a_timer_says_in_one_way_when_it_is_due_and_what_it_does() {
        String timer = "{ \"process\": \"p\", \"states\": { \"a\": { \"after\": { \"t\": %s } } } }";

        assertThat(findings(timer.formatted("{ \"in\": \"PT1H\", \"at\": \"x\" }")))
                .containsExactly("conflicting-keys at line 1, column 54, states.a.after.t");
        assertThat(findings(timer.formatted("{ \"in\": \"PT1H\", \"then\": [], \"to\": \"a\", \"when\": \"x\" }")))
                .hasSize(2)
                .allMatch(finding -> finding.startsWith("conflicting-keys"));
        for (String duration : List.of("PT0S", "-PT1H", "P1M", "P1Y", "P36501D", "P99999999999999999999D", "")) {
            assertThat(findings(timer.formatted("{ \"in\": \"" + duration + "\" }")))
                    .as(duration)
                    .containsExactly("wrong-value at line 1, column 62, states.a.after.t.in");
        }
        ProcessDefinition longest = ProcessJson.read(timer.formatted("{ \"in\": \"P36500D\" }"));
        assertThat(longest)
                .isEqualTo(ProcessDefinition.named("p", 1)
                        .state("a", state -> state.after("t", Duration.ofDays(36_500))
                                .stay())
                        .build());
    }

    @Test
    void a_definition_within_a_larger_text_is_found_at_its_place_there() {
        String whole = "{ \"title\": \"x\",\n  \"process\": { \"process\": \"p\", \"states\": 3 } }";

        assertThatThrownBy(() -> ProcessJson.read(whole, 2, 14))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("line 2, column 42, states");
    }

    @Test
    @Timeout(20)
    void hostile_texts_are_refused_in_bounded_time() {
        String manyStates =
                IntStream.range(0, 60_000).mapToObj(i -> "\"s" + i + "\":{}").collect(Collectors.joining(","));
        String manyWays = String.join(",", java.util.Collections.nCopies(200_000, "\"a\""));
        String manyKeys =
                IntStream.range(0, 80_000).mapToObj(i -> "\"fnial" + i + "\":1").collect(Collectors.joining(","));
        String deep = "{\"states\":{\"" + "x".repeat(190) + "\":";
        List<String> texts = List.of(
                "[".repeat(400_000),
                "{\"process\":\"p\",\"states\":{" + manyStates + "}}",
                "{\"process\":\"p\",\"states\":{\"a\":{\"on\":{\"pay\":[" + manyWays + "]}}}}",
                "{\"process\":\"p\",\"states\":{\"a\":{" + manyKeys + "}}}",
                "{\"process\":\"p\",\"states\":{\"a\":" + deep.repeat(400) + "{}" + "}}".repeat(400) + "}}",
                "{\"process\":\"" + "p".repeat(500_000) + "\",\"states\":{}}",
                "{\"process\":\"p\",\"states\":{\"" + "a".repeat(500) + "\":{}}}",
                " ".repeat(1_000_001),
                "{\"process\":\"p\",\"version\":" + "9".repeat(900) + ",\"states\":{}}");

        for (String text : texts) {
            DefinitionException refusal = refusal(text);
            assertThat(refusal.findings()).hasSizeBetween(1, ProcessFindings.MAX + 1);
            assertThat(refusal.getMessage()).hasSizeLessThan(200_000);
        }
    }

    @Test
    void findings_beyond_the_bound_are_counted() {
        String manyKeys =
                IntStream.range(0, 250).mapToObj(i -> "\"key" + i + "\":1").collect(Collectors.joining(","));

        assertThat(refusal("{\"process\":\"p\",\"states\":{}," + manyKeys + "}").findings())
                .hasSize(201)
                .last()
                .satisfies(last -> assertThat(last.message()).isEqualTo("50 more findings are not listed"));
    }

    @Test
    void what_is_written_is_laid_out_for_people() {
        ProcessDefinition definition = ProcessDefinition.named("tickets", 2)
                .state("open", s -> s.on("pay")
                        .to("paying")
                        .on("give")
                        .when("vip")
                        .to("paid")
                        .otherwise()
                        .stay()
                        .after("unpaid", Duration.ofDays(2))
                        .to("expired")
                        .after("late", "show-begins")
                        .when("vip")
                        .to("expired")
                        .otherwise()
                        .to("paid"))
                .state("paying", s -> s.run("payment.capture").done("paid").declined("open"))
                .state("paid", ProcessStateBuilder::end)
                .state("expired", ProcessStateBuilder::end)
                .build();

        assertThat(ProcessJson.write(definition))
                .isEqualTo(
                        """
                {
                  "process": "tickets",
                  "version": 2,
                  "initial": "open",
                  "states": {
                    "open": {
                      "on": { "pay": "paying", "give": [{ "when": "vip", "to": "paid" }, {}] },
                      "after": {
                        "unpaid": { "in": "P2D", "to": "expired" },
                        "late": { "at": "show-begins", "then": [{ "when": "vip", "to": "expired" }, { "to": "paid" }] }
                      }
                    },
                    "paying": { "run": ["payment.capture"], "done": "paid", "declined": "open" },
                    "paid": { "final": true },
                    "expired": { "final": true }
                  }
                }
                """);
    }

    @Test
    void order_counts_where_it_means_something() {
        ProcessDefinition one = ProcessJson.read("{\"process\":\"p\",\"states\":{\"a\":{},\"b\":{}}}");
        ProcessDefinition other =
                ProcessJson.read("{\"process\":\"p\",\"initial\":\"a\",\"states\":{\"b\":{},\"a\":{}}}");

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void a_state_named_twice_in_java_is_refused() {
        ProcessDefinition.Builder builder = ProcessDefinition.named("p", 1).state("a", s -> s);

        assertThatThrownBy(() -> builder.state("a", s -> s)).hasMessageContaining("there is a state a already");
    }

    private static List<String> findings(String text) {
        return refusal(text).findings().stream()
                .map(finding -> finding.code() + " at " + finding.place())
                .toList();
    }

    private static DefinitionException refusal(String text) {
        DefinitionException refusal = catchThrowableOfType(DefinitionException.class, () -> ProcessJson.read(text));
        assertThat(refusal)
                .as("refusal of " + text.substring(0, Math.min(text.length(), 80)))
                .isNotNull();
        assertThat(refusal.findings()).allMatch(Finding::isError);
        return refusal;
    }
}
