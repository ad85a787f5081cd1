package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.diagram.Diagrams;
import org.orderengine.engine.OrderEngine;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.model.Money;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;

class DiagramCommandTest {

    @TempDir
    private Path folder;

    @Test
    void a_standard_process_is_drawn_by_its_name() {
        Run run = Run.of("diagram", "physical-goods", "--format", "mermaid");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(Diagrams.mermaid(StandardProcesses.physicalGoods())
                        .lines()
                        .toList());
    }

    @Test
    void a_definition_in_a_file_is_drawn_even_if_it_has_errors() throws IOException {
        Path file = Files.writeString(
                folder.resolve("tickets.json"),
                "{ \"process\": \"tickets\", \"states\": { \"open\": { \"on\": { \"use\": { \"when\": \"rain\", \"to\": \"used\" } } },"
                        + " \"used\": { \"final\": true } } }");
        Run run = Run.of("diagram", file);
        assertThat(run.status()).isZero();
        assertThat(String.join("\n", run.out())).contains("use [rain]");
        assertThat(run.err()).anyMatch(line -> line.contains("there is no guard \"rain\""));
    }

    @Test
    void what_is_no_process_is_not_understood() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{ \"process\": 1 }");
        for (Object source : new Object[] {"virtual-god", folder.resolve("none.json"), broken, folder}) {
            Run run = Run.of("diagram", source);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isNotEmpty();
        }
        assertThat(Run.of("diagram", "physical-goods", "--format", "oil").status())
                .isEqualTo(2);
    }

    @Test
    void a_process_is_drawn_in_every_language() {
        ProcessDefinition process = StandardProcesses.physicalGoods();
        for (var format : Map.of(
                        "dot", Diagrams.dot(process),
                        "plantuml", Diagrams.plantUml(process),
                        "markdown", Diagrams.markdown(process),
                        "csv", Diagrams.csv(process))
                .entrySet()) {
            Run run = Run.of("diagram", "physical-goods", "--format", format.getKey());
            assertThat(run.status()).isZero();
            assertThat(run.out()).isEqualTo(format.getValue().lines().toList());
        }
    }

    @Test
    void a_plain_table_is_drawn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("tickets.csv"), "state,action,next state\nopen,use,used\nopen,drop,dropped\n");
        Run run = Run.of("diagram", file, "--format", "dot");
        assertThat(run.status()).isZero();
        assertThat(run.out().get(0)).isEqualTo("digraph \"tickets v1\" {");
        assertThat(String.join("\n", run.out())).contains("\"open\" -> \"used\" [label=\"use\"];");
    }

    @Test
    void the_way_of_an_order_in_a_store_is_marked() {
        Path file = folder.resolve("orders.db");
        try (OrderStore store = JdbcOrderStore.sqlite(file);
                OrderEngine engine = OrderEngine.builder()
                        .withoutPayments()
                        .store(store)
                        .catalog(new FakeCatalog().sell("CUP", Money.of("EUR", "1.00")))
                        .build()) {
            engine.execute(PlaceOrder.of("o-1").line("CUP", 1).build());
            engine.execute(Action.on("o-1", "hold").build());
        }
        Run run = Run.of("diagram", "physical-goods", "--order", "o-1", "--store", "sqlite:" + file);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("    active --> held : ✓ hold", "    class held isHere");

        Run other = Run.of("diagram", "physical-goods", "--order", "o-2", "--store", "sqlite:" + file);
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).anyMatch(line -> line.contains("there is no order \"o-2\""));
        assertThat(Run.of("diagram", "physical-goods", "--order", "o-1").status())
                .isEqualTo(2);
        assertThat(Run.of("diagram", "physical-goods", "--order", "o-1", "--store", "sqlite:" + folder + "/none.db")
                        .status())
                .isEqualTo(2);
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @Test
    void a_store_that_is_not_there_is_said() {
        Path missing = folder.resolve("none.db");
        assertThat(Run.of("diagram", "physical-goods", "--order", "o-1", "--store", "sqlite:" + missing)
                        .err())
                .containsExactly(missing + ": there is no such file, so no order \"o-1\" in it");
        assertThat(Run.of("diagram", "physical-goods", "--order", "o-1").err())
                .containsExactly("say in which store order \"o-1\" is kept: --store sqlite:FILE or jdbc:…");
    }

    @Test
    void a_format_that_is_none_lists_each_once() {
        assertThat(Run.of("diagram", "physical-goods", "--format", "nope").err().get(0))
                .isEqualTo(
                        "Invalid value for option '--format': \"nope\" is no format: give one of [mermaid, dot, plantuml, markdown, csv]");
    }
}
