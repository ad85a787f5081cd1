package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;

class StoredOrdersCommandTest {

    private static final String STORY =
            """
            { "scenario": "one mug is sold, one is not", "currency": "EUR", "catalog": [ { "sku": "MUG", "price": "9.00" } ],
              "steps": [ { "place": { "order": "o1", "buyer": "ann-77", "lines": [ { "sku": "MUG", "quantity": 2 } ] } },
                         { "act": { "order": "o1", "action": "cancel" }, "reason": "Ann rang" },
                         { "place": { "order": "o2", "buyer": "ann-77", "lines": [ { "sku": "MUG", "quantity": 2 } ] } } ] }
            """;

    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void two_orders_are_stored() throws IOException {
        store = "sqlite:" + folder.resolve("orders.db");
        Path file = Files.writeString(folder.resolve("story.json"), STORY);
        assertThat(Run.of("scenario", file, "--store", store).status()).isZero();
    }

    @Test
    void orders_are_indexed_anew() {
        Run run = Run.of("reindex", "--store", store, "--found-by", "gift");
        assertThat(run.out()).containsExactly("{\"seen\":2,\"indexed\":2,\"left\":0}");
        assertThat(run.err()).containsExactly("2 orders seen, 2 indexed, 0 left");
        assertThat(run.status()).isZero();
    }

    @Test
    void what_ended_is_archived_line_by_line_and_what_did_not_stays() throws IOException {
        Path file = folder.resolve("old.jsonl");
        Run run = Run.of("archive", "--store", store, "--older-than", "PT0S", "--to", file);
        assertThat(run.out()).containsExactly("{\"seen\":1,\"archived\":1,\"left\":0}");
        assertThat(run.status()).isZero();
        assertThat(Files.readAllLines(file)).singleElement().asString().startsWith("{\"order\":\"o1\"");
        assertThat(orders()).containsExactly("o2");
        Run again = Run.of("archive", "--store", store, "--older-than", "PT0S", "--to", file);
        assertThat(again.out()).containsExactly("{\"seen\":0,\"archived\":0,\"left\":0}");
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void where_the_file_cannot_be_written_nothing_is_removed() {
        Run run = Run.of("archive", "--store", store, "--older-than", "PT0S", "--to", folder.resolve("no/such/file"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).singleElement().asString().contains("cannot be written");
        assertThat(orders()).containsExactlyInAnyOrder("o1", "o2");
        assertThat(Run.of("archive", "--store", store, "--older-than", "soon", "--to", "f")
                        .err())
                .anyMatch(line -> line.contains("\"soon\" is no age"));
    }

    @Test
    void the_orders_of_a_buyer_are_erased_but_for_open_ones() {
        Run run = Run.of("erase", "--store", store, "--buyer", "ann-77", "--by", "dora");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).containsExactly("{\"seen\":2,\"erased\":1,\"left\":1}");
        assertThat(run.err().get(0)).startsWith("o2: order-open: ");
        try (OrderStore orders = JdbcOrderStore.sqlite(folder.resolve("orders.db"))) {
            assertThat(new String(orders.load("o1").orElseThrow().document().bytes(), StandardCharsets.UTF_8))
                    .doesNotContain("ann-77");
        }
    }

    @Test
    void a_store_has_to_be_named_and_to_be_there() {
        assertThat(Run.of("reindex").status()).isEqualTo(2);
        Run none = Run.of("reindex", "--store", "sqlite:" + folder.resolve("none.db"));
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).singleElement().asString().contains("there is no such file");
        assertThat(Run.of("reindex", "--store", store, "--after", "nonsense").err())
                .singleElement()
                .asString()
                .contains("cursor");
    }

    private List<String> orders() {
        try (OrderStore orders = JdbcOrderStore.sqlite(folder.resolve("orders.db"))) {
            return orders.find(OrderCriteria.ALL, null, 10).orders().stream()
                    .map(order -> order.orderId())
                    .toList();
        }
    }
}
