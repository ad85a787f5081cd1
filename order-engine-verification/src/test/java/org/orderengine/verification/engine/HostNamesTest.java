package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.testkit.FakeCatalog;

/** Guards, effects and rules of a host's own, as {@code docs/process.md} shows them. */
class HostNamesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "process.md");
    private static final Path SOURCE = Path.of("src/test/java/org/orderengine/verification/engine/HostNamesTest.java");

    private final FakeCatalog catalog = new FakeCatalog().sell("SEAT", eur("20.00"));
    private final Set<String> adults = Set.of("ann");
    private final Instant show = Instant.now().plus(Duration.ofDays(3));
    private final Printer printer = new Printer();

    private static final class Printer {
        private final List<String> printed = new ArrayList<>();

        EffectResult print(String order, String key) {
            printed.add(order + " " + key);
            return EffectResult.done();
        }
    }

    @Test
    void a_host_adds_names_with_a_lambda_each() {
        OrderEngine engine = OrderEngine.builder()
                .catalog(catalog)
                .guard(
                        "adult",
                        context -> adults.contains(context.order().origin().buyer()) ? null : "the buyer is not of age")
                .effect("tickets.print", (order, call) -> printer.print(order.id(), call.idempotencyKey()))
                .rule("day-before-show", (order, now) -> show.minus(Duration.ofDays(1)))
                .process(
                        ProcessJson.read(
                                """
                        { "process": "tickets", "states": {
                            "open": { "on": { "print": { "when": "adult", "to": "printing" } },
                                      "after": { "too-late": { "at": "day-before-show", "to": "expired" } } },
                            "printing": { "run": "tickets.print", "done": "printed", "declined": "open" },
                            "printed": { "final": true },
                            "expired": { "final": true } } }"""))
                .build();

        engine.execute(PlaceOrder.of("o-1").buyer("bob").line("SEAT", 1).build());
        engine.execute(PlaceOrder.of("o-2").buyer("ann").line("SEAT", 1).build());

        Outcome refused = engine.execute(Action.on("o-1", "print").build());
        assertThat(((Outcome.Rejected) refused).message()).endsWith("the buyer is not of age");
        assertThat(engine.orders().explain("o-1", "print")).hasToString(shown());
        Outcome printed = engine.execute(Action.on("o-2", "print").build());
        assertThat(((Outcome.Accepted) printed).order().position()).hasToString("printed");
        assertThat(printer.printed).singleElement().asString().startsWith("o-2 o-2/");
        assertThat(engine.orders().find("o-1").orElseThrow().flow().timers())
                .singleElement()
                .satisfies(timer -> assertThat(timer.due()).isBeforeOrEqualTo(show.minus(Duration.ofDays(1))));
    }

    @Test
    void a_name_that_is_not_registered_keeps_the_engine_from_being_built() {
        ProcessDefinition definition = ProcessDefinition.named("tickets", 1)
                .state("open", s -> s.on("print").when("adul").to("printed").entry("tickets.prnt"))
                .state("printed", s -> s.end())
                .build();
        assertThatThrownBy(() -> OrderEngine.builder()
                        .catalog(catalog)
                        .guard("adult", context -> null)
                        .effect("tickets.print", (order, call) -> EffectResult.done())
                        .process(definition)
                        .build())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("did you mean \"adult\"?")
                .hasMessageContaining("did you mean \"tickets.print\"?");
    }

    @Test
    void a_guard_of_the_host_s_hides_a_built_in_one() {
        OrderEngine engine = OrderEngine.builder()
                .catalog(catalog)
                .guard("fully-paid", context -> null)
                .process(ProcessDefinition.named("tickets", 1)
                        .state("open", s -> s.on("use").when("fully-paid").to("used"))
                        .state("used", s -> s.end())
                        .build())
                .build();
        engine.execute(PlaceOrder.of("o-1").line("SEAT", 1).build());
        assertThat(engine.execute(Action.on("o-1", "use").build()).isAccepted()).isTrue();
    }

    @Test
    void what_the_page_shows_is_what_was_compiled() throws IOException {
        Matcher java = Pattern.compile("```java\n(OrderEngine engine = .*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT));
        assertThat(java.find()).isTrue();
        assertThat(Files.readString(SOURCE).replaceAll("\\s+", ""))
                .contains(java.group(1).replaceAll("\\s+", ""));
    }

    private static String shown() {
        try {
            Matcher text = Pattern.compile("```text\n(print on .*?)\n```", Pattern.DOTALL)
                    .matcher(Files.readString(DOCUMENT));
            assertThat(text.find()).isTrue();
            return text.group(1);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
