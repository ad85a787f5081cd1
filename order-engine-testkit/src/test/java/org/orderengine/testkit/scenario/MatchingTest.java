package org.orderengine.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.source.JsonSource;

class MatchingTest {

    private static final Map<String, Object> OUTPUT = Map.of(
            "step",
            3,
            "accepted",
            true,
            "order",
            Map.of(
                    "state",
                    List.of("due", "measuring"),
                    "totals",
                    Map.of("total", "12.30"),
                    "lines",
                    List.of(Map.of("line", "1", "reserved", 2L), Map.of("line", "2", "reserved", 0L))));

    @Test
    void what_is_expected_may_be_less_than_what_there_is() {
        assertThat(differences("{ 'accepted': true, 'order': { 'lines': [ { 'reserved': 2 }, { } ] } }"))
                .isEmpty();
    }

    @Test
    void each_difference_has_its_path() {
        assertThat(
                        differences(
                                """
                { 'accepted': false, 'step': 4,
                  'order': { 'state': 'due', 'totals': { 'total': 12.30 }, 'lines': [ { 'reserved': 1 }, { 'line': '3' } ] } }
                """))
                .containsExactly(
                        "accepted: expected false, was true",
                        "step: expected 4, was 3",
                        "order.state: expected \"due\", was [\"due\",\"measuring\"]",
                        "order.totals.total: expected 12.30, was \"12.30\"",
                        "order.lines[0].reserved: expected 1, was 2",
                        "order.lines[1].line: expected \"3\", was \"2\"");
    }

    @Test
    void lists_are_of_the_same_length() {
        assertThat(differences("{ 'order': { 'lines': [ { 'line': '1' } ], 'state': [ 'due', 'measuring', 'x' ] } }"))
                .containsExactly(
                        "order.lines: expected 1 element, was 2 elements",
                        "order.state: expected 3 elements, was 2 elements");
    }

    @Test
    void the_size_of_a_list_can_be_asserted_alone() {
        assertThat(differences("{ 'order': { 'lines': { '$size': 2 } } }")).isEmpty();
        assertThat(differences("{ 'order': { 'lines': { '$size': 3 }, 'totals': { '$size': 1 } } }"))
                .containsExactly(
                        "order.lines: expected 3 elements, was 2 elements",
                        "order.totals: expected 1 element, was {\"total\":\"12.30\"}");
    }

    @Test
    void what_is_not_there_is_absent() {
        assertThat(differences("{ 'rejection': { 'code': 'busy' }, 'order': { 'timers': [] } }"))
                .containsExactly(
                        "rejection: expected {\"code\":\"busy\"}, was absent", "order.timers: expected [], was absent");
    }

    @Test
    void null_is_null() {
        assertThat(Matching.differences(expectation("{ 'order': null }"), OUTPUT))
                .hasSize(1);
        Map<String, Object> refused = new HashMap<>();
        refused.put("order", null);
        assertThat(Matching.differences(expectation("{ 'order': null }"), refused))
                .isEmpty();
    }

    private static List<String> differences(String expected) {
        return Matching.differences(expectation(expected), OUTPUT);
    }

    private static Object expectation(String text) {
        Findings findings = new Findings("test");
        Object expectation = Expectations.read(JsonSource.read(ScenarioText.json(text)), findings);
        findings.throwIfAny();
        return expectation;
    }
}
