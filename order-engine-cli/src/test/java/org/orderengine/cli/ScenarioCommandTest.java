package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;

class ScenarioCommandTest {

    private static final String GOOD =
            """
            { "scenario": "a mug is sold", "currency": "EUR", "catalog": [ { "sku": "MUG", "price": "9.00" } ],
              "steps": [ { "place": { "order": "o1", "lines": [ { "sku": "MUG", "quantity": 2 } ] },
                           "expect": { "order": { "state": "created" } } } ] }
            """;
    private static final String WRONG = GOOD.replace("\"created\"", "\"paid\"").replace("sold", "paid");
    private static final String BAD = GOOD.replace("\"steps\"", "\"stepps\"").replace("9.00", "9");

    @TempDir
    private Path folder;

    @Test
    void a_scenario_that_comes_out_as_expected_is_one_line_of_json() throws IOException {
        Run run = Run.of("scenario", write("good.json", GOOD));
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).hasSize(1);
        JsonNode output = new ObjectMapper().readTree(run.out().get(0));
        assertThat(output.get("scenario").asText()).isEqualTo("a mug is sold");
        assertThat(output.get("orders").get("o1").get("totals").get("total").asText())
                .isEqualTo("18.00");
    }

    @Test
    void all_scenarios_together_say_what_they_exercised_where_that_is_asked_for() throws IOException {
        Run run = Run.of("scenario", "--coverage", write("one.json", GOOD), write("two.json", GOOD));
        assertThat(run.status()).isZero();
        assertThat(run.out()).hasSize(2);
        assertThat(run.err().get(0)).matches("physical-goods.* exercised, \\d+ of \\d+");
        assertThat(run.err())
                .contains("  states.active.states.created.on.pay[0]: created on pay to paying")
                .doesNotContain("  states.active.states.created: created");
    }

    @Test
    void a_difference_is_said_on_standard_error_with_file_step_and_path() throws IOException {
        Path file = write("wrong.json", WRONG);
        Run run = Run.of("scenario", file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).hasSize(1);
        assertThat(run.err()).containsExactly(file + ": step 1: order.state: expected \"paid\", was \"created\"");
    }

    @Test
    void a_file_that_cannot_be_understood_prints_nothing_and_everything_that_is_wrong() throws IOException {
        Path file = write("bad.json", BAD);
        Run run = Run.of("scenario", file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSize(3).allMatch(line -> line.startsWith(file + ":"));
        assertThat(run.err()).anyMatch(line -> line.endsWith(":2:3: unknown key \"stepps\" (did you mean \"steps\"?)"));
    }

    @Test
    void every_file_is_run_and_the_worst_counts() throws IOException {
        write("1.json", BAD);
        write("2.json", WRONG);
        write("3.json", GOOD);
        Run all = Run.of("scenario", folder);
        assertThat(all.status()).isEqualTo(2);
        assertThat(all.out()).hasSize(2);
        Run understood =
                Run.of("scenario", folder.resolve("3.json"), folder.resolve("2.json"), folder.resolve("3.json"));
        assertThat(understood.status()).isEqualTo(1);
        assertThat(understood.out()).hasSize(3);
    }

    @Test
    void what_is_not_there_cannot_be_understood() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(Run.of("scenario", folder.resolve("none.json")).status()).isEqualTo(2);
        assertThat(Run.of("scenario", empty).status()).isEqualTo(2);
        Run mixed = Run.of("scenario", folder.resolve("none.json"), write("good.json", GOOD));
        assertThat(mixed.status()).isEqualTo(2);
        assertThat(mixed.out()).hasSize(1);
        assertThat(mixed.err()).containsExactly(folder.resolve("none.json") + ": there is no such file");
    }

    @Test
    void orders_are_kept_in_a_sqlite_file() throws IOException {
        Path database = folder.resolve("orders.db");
        Run run = Run.of("scenario", write("good.json", GOOD), "--store", "sqlite:" + database);
        assertThat(run.status()).isZero();
        assertThat(orders(database)).isEqualTo(1);
    }

    @Test
    void every_scenario_begins_without_orders_and_none_are_lost() throws IOException {
        Path database = folder.resolve("orders.db");
        Path good = write("good.json", GOOD);
        Run run = Run.of("scenario", good, good, "--store=jdbc:sqlite:" + database);
        assertThat(run.status()).isZero();
        assertThat(run.out()).hasSize(2);
        assertThat(run.err())
                .containsExactly(
                        database + " holds orders already; these are kept in " + folder.resolve("orders-2.db"));
        assertThat(orders(database)).isEqualTo(1);
        assertThat(orders(folder.resolve("orders-2.db"))).isEqualTo(1);
    }

    @Test
    void a_store_that_cannot_be_opened_is_no_failed_expectation() throws IOException {
        Run run = Run.of(
                "scenario", write("good.json", GOOD), "--store", "sqlite:" + folder.resolve("no/such/folder.db"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotEmpty();
    }

    @Test
    void a_store_that_is_not_known_is_said_with_those_that_are() throws IOException {
        Path good = write("good.json", GOOD);
        for (String store : List.of("oracle", "sqlite:", "jdbc:oracle:thin", "sqlite:orders.db?mode=memory")) {
            Run run = Run.of("scenario", good, "--store", store);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).anyMatch(line -> line.contains("memory, sqlite:FILE"));
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static long orders(Path database) {
        try (OrderStore store = JdbcOrderStore.sqlite(database)) {
            return store.count(OrderCriteria.ALL, Integer.MAX_VALUE);
        }
    }
}
