package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.diagram.Diagrams;
import org.orderengine.process.StandardProcesses;

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
}
