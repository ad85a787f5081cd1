package org.orderengine.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.orderengine.testkit.scenario.ScenarioText.hatShop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {

    private static final String PLACE = "{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'HAT', 'quantity': 1 } ] } }";

    @Test
    void everything_that_is_wrong_is_said_at_once_with_its_place() {
        List<String> findings = findings(
                """
                { 'scenario': 'hats',
                  'curency': 'USD',
                  'catalog': [ { 'sku': 'HAT', 'price': 20, 'tax': 'x' } ],
                  'allocation': 'last-takes-the-rest',
                  'steps': [ { 'plaice': {} }, { 'advance': '7 days' } ] }
                """);
        assertThat(findings)
                .containsExactly(
                        "hats.json:1:1: \"currency\" is missing",
                        "hats.json:2:3: unknown key \"curency\" (did you mean \"currency\"?)",
                        "hats.json:3:41: expected an amount as text, found 20",
                        "hats.json:3:45: unknown key \"tax\"; use one of [sku, price, taxCategory, category, merchant,"
                                + " minimumPrice, fulfilment, discountable, measure, attributes]",
                        "hats.json:4:17: \"last-takes-the-rest\" is none of \"largest-remainder\","
                                + " \"last-takes-rest\", \"first-takes-rest\" (did you mean \"last-takes-rest\"?)",
                        "hats.json:5:14: a step has exactly one of quote, place, act, stock, advance, concurrently,"
                                + " restart, find; this one has none",
                        "hats.json:5:16: unknown key \"plaice\" (did you mean \"place\"?)",
                        "hats.json:5:45: expected a duration, like \"PT30M\" or \"P7D\", found \"7 days\"");
    }

    @Test
    void a_key_that_stands_twice_is_an_error_beside_the_others() {
        assertThat(findings("{ 'scenario': 'a', 'scenario': 'b', 'currency': 'USD', 'catalog': [], 'stepps': [] }"))
                .containsExactly(
                        "hats.json:1:1: \"steps\" is missing",
                        "hats.json:1:20: \"scenario\" stands here for the second time",
                        "hats.json:1:71: unknown key \"stepps\" (did you mean \"steps\"?)");
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 20, 'is not an amount of USD: write it in major units with 2 fraction digits, like 12.30'",
        "USD, 20.0, 'is not an amount of USD'",
        "USD, 20.000, 'is not an amount of USD'",
        "USD, '20,00', 'is not an amount of USD'",
        "USD, 1e3, 'is not an amount of USD'",
        "JPY, 20.00, 'write it in major units with 0 fraction digits, like 1230'",
        "KWD, 20.00, 'with 3 fraction digits, like 1.230'",
        "USD, 99999999999999999999.00, 'is more than an amount can hold'",
        "USD, -1.00, 'less than zero'"
    })
    void money_has_exactly_the_fraction_digits_of_its_currency(String currency, String price, String message) {
        List<String> findings = findings("{ 'scenario': 'a', 'currency': '" + currency
                + "', 'catalog': [ { 'sku': 'A', 'price': '" + price + "' } ], 'steps': [] }");
        assertThat(findings)
                .singleElement()
                .asString()
                .startsWith("hats.json:1:")
                .contains(message);
    }

    @Test
    void money_is_checked_wherever_it_stands() {
        assertThat(
                        findings(
                                """
                { 'scenario': 'a', 'currency': 'USD', 'catalog': [],
                  'points': { 'worth': '0.001' },
                  'offers': [ { 'id': 'x', 'on': 'order', 'amount': '5', 'cap': '1.0', 'when': { 'minSubtotal': '1' } } ],
                  'steps': [
                    { 'place': { 'order': 'o', 'lines': [ { 'sku': 'A', 'quantity': 1, 'price': '1.234' } ],
                                 'shipping': { 'price': '5' } } },
                    { 'act': { 'order': 'o', 'action': 'pay', 'amount': '5' } },
                    { 'act': { 'order': 'o', 'action': 'modify', 'shipping': { 'price': '5.000' } } } ] }
                """))
                .hasSize(8)
                .allMatch(finding -> finding.contains("is not an amount of USD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ 'advance': 'P1D', 'restart': true }",
                "{ }",
                "{ 'id': 'nothing to do' }",
                "{ 'restart': false }",
                "{ 'restart': 'yes' }",
                "{ 'advance': '-P1D' }",
                "{ 'advance': 'P1M' }",
                "{ 'advance': 'P99999999999999D' }",
                "{ 'advance': 'P1D', 'at': '2025-12-31T23:59:59Z' }",
                "{ 'advance': 'P1D', 'at': 'tomorrow' }",
                "{ 'stock': { 'sku': 'HAT' } }",
                "{ 'stock': { 'sku': 'HAT', 'add': 0 } }",
                "{ 'stock': { 'sku': 'HAT', 'add': 1.5 } }",
                "{ 'stock': { 'sku': 'HAT', 'add': '5' } }",
                "{ 'place': { 'order': 'o1' } }",
                "{ 'place': { 'lines': [ ] } }",
                "{ 'place': { 'order': 'o1', 'lines': { } } }",
                "{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'HAT' } ] } }",
                "{ 'place': { 'order': 'o1', 'lines': [ { 'quantity': 1 } ] } }",
                "{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'HAT', 'quantity': 1e99 } ] } }",
                "{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'HAT', 'quantity': null } ] } }",
                "{ 'place': { 'order': 'o1', 'buyers': 'ann', 'lines': [ ] } }",
                "{ 'act': { 'action': 'pay' } }",
                "{ 'act': { 'order': 'o1' } }",
                "{ 'act': { 'order': 'o1', 'action': 'pay', 'amonut': '1.00' } }",
                "{ 'act': { 'order': 'o1', 'action': 'ship', 'lines': [ { 'line': '1', 'quantitiy': 1 } ] } }",
                "{ 'act': { 'order': 'o1', 'action': 'request-return', 'kind': 'refund_only' } }",
                "{ 'act': { 'order': 'o1', 'action': 'polish', 'grade': 1.5 } }",
                "{ 'act': { 'order': 'o1', 'action': 'polish', 'grade': null } }",
                "{ 'concurrently': { } }",
                "{ 'concurrently': [ { 'advance': '1' } ] }",
                "{ 'restart': true, 'expect': true }",
                "{ 'restart': true, 'expect': { 'acepted': true } }",
                "{ 'restart': true, 'expect': { 'order': { 'totals': { 'totl': '1.00' } } } }",
                "{ 'restart': true, 'expect': { 'order': { 'lines': { '$size': -1 } } } }",
                "{ 'restart': true, 'expect': { 'order': { 'lines': { '$size': 1, 'line': '1' } } } }"
            })
    void a_step_that_makes_no_sense_is_an_error(String step) {
        assertThat(findingsOf(step)).isNotEmpty();
    }

    @Test
    void steps_may_not_go_back_behind_what_advanced_before() {
        assertThat(findingsOf(
                        "{ 'concurrently': [ { 'advance': 'PT1H' }, { 'advance': 'PT2H' } ] }",
                        "{ 'restart': true, 'at': '2026-01-01T01:59:59Z' }"))
                .singleElement()
                .asString()
                .contains("2026-01-01T01:59:59Z is before now, which is 2026-01-01T02:00:00Z");
    }

    @Test
    void an_expectation_names_only_what_an_output_has() {
        assertThat(findingsOf("{ 'restart': true, 'expect': { 'order': { 'totals': { 'shiping': '1.00' } } } }"))
                .singleElement()
                .asString()
                .contains("no output has \"shiping\" here (did you mean \"shipping\"?)");
    }

    @Test
    void what_the_engine_is_to_refuse_is_no_error_of_the_file() {
        Scenario scenario = hatShop(
                "{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'CAT', 'quantity': -1 } ], 'points': -5 } }",
                "{ 'place': { 'order': 'o1', 'lines': [ ], 'process': 'none-of-ours' } }",
                "{ 'act': { 'order': 'nobody', 'action': 'dance', 'how': { 'fast': [ true, 3, 'x' ] } } }");
        assertThat(scenario.size()).isEqualTo(3);
    }

    @Test
    void a_definition_is_verified_and_its_findings_have_their_place_in_the_file() {
        assertThat(
                        findings(
                                """
                { 'scenario': 'a', 'currency': 'USD', 'catalog': [],
                  'process': { 'process': 'mine', 'initial': 'open', 'states': {
                    'open': { 'on': { 'go': 'nowhere', 'wait': [ {}, { 'when': 'never-heard' } ] } },
                    'close': { 'finall': true } } },
                  'steps': [] }
                """))
                .satisfiesExactly(
                        finding -> assertThat(finding)
                                .startsWith("hats.json:3:29: ")
                                .contains("there is no state \"nowhere\""),
                        finding -> assertThat(finding)
                                .startsWith("hats.json:3:54: ")
                                .contains("is never taken"),
                        finding -> assertThat(finding)
                                .startsWith("hats.json:3:64: ")
                                .contains("there is no guard \"never-heard\""),
                        finding -> assertThat(finding)
                                .startsWith("hats.json:4:16: ")
                                .contains("\"finall\" means nothing here (did you mean \"final\"?)"));
        assertThat(
                        findings(
                                """
                { 'scenario': 'a', 'currency': 'USD', 'catalog': [],
                  'processes': [ { 'process': 'mine', 'initial': 'open', 'states': {
                    'open': { 'on': {
                       'go': 'end',
                       'wait': [ { 'when': 'never-heard', 'to': 'end' } ] } },
                    'end': { 'final': true } } } ],
                  'steps': [] }
                """))
                .anyMatch(finding -> finding.startsWith("hats.json:5:") && finding.contains("never-heard"));
    }

    @Test
    void an_unknown_target_of_a_definition_has_its_line_and_column_in_the_file_and_what_was_probably_meant() {
        assertThat(
                        findings(
                                """
                { 'scenario': 'a', 'currency': 'USD', 'catalog': [],
                  'process': { 'process': 'mine', 'initial': 'open', 'states': {
                    'open': { 'on': { 'go': 'closd', 'wait': {} } },
                    'closed': { 'final': true } } },
                  'processes': [ { 'process': 'other', 'states': {
                    'start': { 'on': {
                        'go': [ { 'when': 'fully-paid', 'to': 'finish' }, 'finihs' ] } },
                    'finish': { 'final': true } } } ],
                  'steps': [] }
                """))
                .satisfiesExactlyInAnyOrder(
                        finding -> assertThat(finding)
                                .startsWith("hats.json:3:29: ")
                                .contains("there is no state \"closd\" (did you mean \"closed\"?)"),
                        finding -> assertThat(finding)
                                .startsWith("hats.json:7:59: ")
                                .contains("there is no state \"finihs\" (did you mean \"finish\"?)"));
    }

    @Test
    void a_standard_process_is_known_by_its_name() {
        assertThat(findings("{ 'scenario': 'a', 'currency': 'USD', 'catalog': [], 'process': 'physical-good',"
                        + " 'steps': [] }"))
                .singleElement()
                .asString()
                .contains("did you mean \"physical-goods\"?");
    }

    @Test
    void what_must_be_told_apart_stands_only_once() {
        assertThat(
                        findings(
                                """
                { 'scenario': 'a', 'currency': 'USD',
                  'catalog': [ { 'sku': 'A', 'price': '1.00' }, { 'sku': 'A', 'price': '2.00' } ],
                  'stock': [ { 'sku': 'A', 'onHand': 1 }, { 'sku': 'A', 'onHand': 2 } ],
                  'taxRates': [ { 'taxCategory': 't', 'rate': '0.1' }, { 'taxCategory': 't', 'rate': '0.2' } ],
                  'members': [ { 'buyer': 'ann' }, { 'buyer': 'ann' } ],
                  'offers': [ { 'id': 'x', 'on': 'order', 'percent': '5' }, { 'id': 'x', 'on': 'line', 'amount': '1.00' } ],
                  'steps': [] }
                """))
                .hasSize(5)
                .allMatch(finding -> finding.contains("stands here for the second time"));
    }

    @Test
    void an_offer_gives_exactly_one_thing() {
        assertThat(
                        findings(
                                """
                { 'scenario': 'a', 'currency': 'USD', 'catalog': [], 'steps': [],
                  'offers': [ { 'id': 'none', 'on': 'order' },
                              { 'id': 'two', 'on': 'line', 'percent': '5', 'price': '1.00' },
                              { 'id': 'high', 'on': 'shipping', 'percent': '101' },
                              { 'id': 'number', 'on': 'line', 'percent': 5 },
                              { 'id': 'where', 'on': 'lines', 'percent': '5' } ] }
                """))
                .hasSize(5);
    }

    @Test
    void answers_are_scripted_in_the_words_of_the_format() {
        assertThat(
                        findings(
                                """
                { 'scenario': 'a', 'currency': 'USD', 'catalog': [], 'steps': [],
                  'gateway': [ { 'method': 'card', 'on': 'captur', 'answers': [ 'unknown-don', 'approved' ] } ],
                  'inventory': [ { 'on': 'reserve' } ] }
                """))
                .containsExactly(
                        "hats.json:2:42: \"captur\" is none of \"authorize\", \"capture\", \"void\", \"refund\", "
                                + "\"query\" (did you mean \"capture\"?)",
                        "hats.json:2:65: \"unknown-don\" is none of \"approved\", \"declined\", \"unknown\","
                                + " \"failed\", \"unknown-done\", \"pending\" (did you mean \"unknown-done\"?)",
                        "hats.json:3:18: \"answers\" is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "hello", "[]", "{", "{} {}", "{ 'scenario': }", "\u0000", "null", "12"})
    void what_is_no_scenario_is_an_error_with_a_place(String text) {
        assertThat(findings(text)).isNotEmpty().allMatch(finding -> finding.matches("(?s)hats\\.json:\\d+:\\d+: .+"));
    }

    @Test
    void endless_nesting_is_an_error_and_no_crash() {
        assertThat(findings("{ 'scenario': " + "[".repeat(100_000))).isNotEmpty();
    }

    @Test
    void a_file_that_is_not_text_is_an_error(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("latin.json"), "{ \"scenario\": \"é\" }".getBytes(StandardCharsets.ISO_8859_1));
        ScenarioFormatException error = catchThrowableOfType(ScenarioFormatException.class, () -> Scenario.read(file));
        assertThat(error.findings()).singleElement().asString().contains("not text in UTF-8");
    }

    @Test
    void the_step_that_every_other_test_breaks_is_right_itself() {
        assertThat(hatShop(PLACE).size()).isEqualTo(1);
    }

    private static List<String> findingsOf(String... steps) {
        ScenarioFormatException error = catchThrowableOfType(ScenarioFormatException.class, () -> hatShop(steps));
        assertThat(error).as("the findings of %s", List.of(steps)).isNotNull();
        return error.findings().stream().map(ScenarioFinding::toString).toList();
    }

    private static List<String> findings(String text) {
        ScenarioFormatException error =
                catchThrowableOfType(ScenarioFormatException.class, () -> ScenarioText.parse(text));
        assertThat(error).as("the findings of %s", text).isNotNull();
        return error.findings().stream().map(ScenarioFinding::toString).toList();
    }
}
