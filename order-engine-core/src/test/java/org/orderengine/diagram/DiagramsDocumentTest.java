package org.orderengine.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.engine.OrderEngine;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.Money;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.process.ProcessTable;
import org.orderengine.process.StandardProcesses;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.spi.catalog.Product;

/** What {@code docs/diagrams.md} shows is what comes out. */
class DiagramsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "diagrams.md");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "org", "orderengine", "diagram", "DiagramsDocumentTest.java");
    private static final Highlight WAY = new Highlight(
            Set.of("paid"),
            Set.of("open", "paying", "paid"),
            Set.of("states.open.on.pay[0]", "states.paying.done[0]"),
            Map.of());

    @Test
    void every_language_is_shown_as_it_is_written() throws IOException {
        ProcessDefinition tickets = ProcessJson.read(block("json"));

        assertThat(CompiledProcess.verify(tickets, BuiltIns.names())).noneMatch(Finding::isError);
        assertThat(block("mermaid")).isEqualTo(Diagrams.mermaid(tickets, WAY));
        assertThat(block("dot")).isEqualTo(Diagrams.dot(tickets));
        assertThat(block("plantuml")).isEqualTo(Diagrams.plantUml(tickets));
        assertThat(Files.readString(DOCUMENT)).contains("\n\n" + Diagrams.markdown(tickets) + "\n");
    }

    @Test
    void the_table_is_a_process_that_an_engine_runs() throws IOException {
        ProcessDefinition tickets = ProcessTable.read(block("csv"), "tickets", 1);

        assertThat(CompiledProcess.verify(tickets, BuiltIns.names())).noneMatch(Finding::isError);
        assertThat(tickets.states().keySet()).containsExactly("open", "paid", "cancelled", "used");
    }

    @Test
    void the_program_is_one_that_was_compiled() throws IOException {
        assertThat(Files.readString(SOURCE).replaceAll("\\s+", ""))
                .contains(block("java").replaceAll("\\s+", ""));
        try (OrderEngine engine = OrderEngine.builder()
                .withoutPayments()
                .catalog((skus, origin) -> Map.of(
                        "CUP", new Product("CUP", Money.of("EUR", "1.00"), null, "standard", null, null, Map.of())))
                .build()) {
            engine.execute(PlaceOrder.of("o-1").line("CUP", 1).build());
            assertThat(drawn(engine)).contains("placing --> active : ✓ done", "class created isHere");
        }
    }

    private static String drawn(OrderEngine engine) {
        ProcessDefinition definition = StandardProcesses.physicalGoods();
        Highlight way = Highlight.of(definition, engine.orders().timeline("o-1"));
        String drawn = Diagrams.mermaid(definition, way);
        return drawn;
    }

    private static String block(String language) throws IOException {
        List<String> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(language.length() + 4, block.length() - 3))
                .toList();
        assertThat(blocks).as(language).hasSize(1);
        return blocks.get(0);
    }
}
