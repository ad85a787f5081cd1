package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(console);
    }

    @Test
    void it_tells_the_story_of_each_order() {
        String output = run();

        assertThat(story(output, "o-1"))
                .contains("Order o-1 of ann: 1 LAMP, 3 BULB")
                .containsPattern("2026-01-05 09:00 +placed +placing +53.40 +0.00 +0.00 +4 open")
                .containsPattern("payment.capture declined +paying +53.40 +0.00 +0.00 +4 reserved")
                .containsPattern("payment.capture done +paid +53.40 +53.40 +0.00 +4 reserved");
        assertThat(story(output, "o-2"))
                .containsPattern("timer: unpaid +cancelling +0.00 +0.00 +0.00 +2 cancelled")
                .containsPattern("inventory.release done +cancelled ");
        assertThat(story(output, "o-3"))
                .containsPattern("payment.capture done +paid +45.00 +45.00 +0.00 +10 reserved")
                .containsPattern("ship +shipped +45.00 +45.00 +0.00 +10 under way")
                .containsPattern("2026-01-06 13:30 +deliver +delivered +45.00 +45.00 +0.00 +10 delivered");
        assertThat(story(output, "o-4"))
                .containsPattern("request-return: too bright +delivered +79.80 +79.80 +0.00 +2 delivered")
                .containsPattern("payment.refund done +delivered +39.90 +79.80 +39.90 +1 delivered, 1 returned");
    }

    @Test
    void it_draws_the_process_and_sums_up() {
        assertThat(run())
                .contains("stateDiagram-v2\n    [*] --> placing\n", "unpaid, after PT30M")
                .contains("{cancelled=1, delivered=2, to-ship=1}")
                .contains("EUR 178.20 paid, EUR 39.90 refunded")
                .contains("stock of LAMP: 9 on hand, 1 of them reserved")
                .contains("stock of BULB: 40 on hand, 3 of them reserved")
                .doesNotContain("Found");
    }

    @Test
    void run_again_it_finds_the_orders_of_the_last_run_and_their_timers_fire() {
        run();

        assertThat(run())
                .contains("Found 4 orders of earlier runs: {cancelled=1, delivered=2, to-ship=1}")
                .contains("A month later, their timers have fired: {cancelled=1, completed=2, to-ship=1}")
                .contains("Order o-5 of ann", "Order o-8 of dave")
                .contains("{cancelled=2, completed=2, delivered=2, to-ship=2}");
    }

    @Test
    void what_the_readme_shows_of_its_output_is_what_it_prints() {
        String shown = Document.README.blocks().stream()
                .filter(block -> block.comment().equals("output"))
                .map(Document.Block::text)
                .reduce("", String::concat);

        String output = run();

        assertThat(shown).isNotBlank();
        assertThat(output).contains(shown);
    }

    private String run() {
        printed.reset();
        Quickstart.main(new String[] {folder.resolve("orders.db").toString()});
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** What is printed of one order. */
    private static String story(String output, String order) {
        int from = output.indexOf("Order " + order + " of ");
        return output.substring(from, output.indexOf("\n\n", from));
    }
}
