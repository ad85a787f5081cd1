package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Migration;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.MigrationOptions;
import org.orderengine.engine.MigrationReport;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;

/** The program in {@code docs/versions.md} is compiled, and does what it says. */
class VersionsDocumentTest {

    private final ProcessDefinition v1 = ProcessDefinition.named("tickets", 1)
            .state("open", s -> s.on("use")
                    .to("opening")
                    .after("unpaid", Duration.ofMinutes(30))
                    .to("ended")
                    .after("reminder", Duration.ofMinutes(10))
                    .stay())
            .state("opening", s -> s.run("door.open").done("ended").declined("open"))
            .state("ended", ProcessStateBuilder::end)
            .build();
    private final ProcessDefinition v2 = ProcessDefinition.named("tickets", 2)
            .state("waiting", s -> s.on("use")
                    .to("entering")
                    .after("payment-due", Duration.ofMinutes(30))
                    .to("ended"))
            .state("entering", s -> s.run("gate.open").done("ended").declined("waiting"))
            .state("ended", ProcessStateBuilder::end)
            .build();

    @Test
    void its_program_is_part_of_this_file() throws IOException {
        Path source = Path.of(
                "src", "test", "java", "org", "orderengine", "verification", "engine", "VersionsDocumentTest.java");
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "versions.md")));

        assertThat(block.find()).isTrue();
        assertThat(Files.readString(source).replaceAll("\\s+", ""))
                .contains(block.group(1).replaceAll("\\s+", ""));
        assertThat(block.find()).as("another block").isFalse();
    }

    @Test
    void its_program_migrates() {
        OrderStore store = new MemoryOrderStore();
        engine(store, v1).execute(PlaceOrder.of("o-1").line("CUP", 1).build());
        OrderEngine engine = engine(store, v1, v2);

        migrate(engine);

        assertThat(engine.orders().find("o-1").orElseThrow().process()).isEqualTo(v2.reference());
    }

    private void migrate(OrderEngine engine) {
        Migration migration = Migration.between(v1.reference(), v2.reference())
                .state("open", "waiting")
                .state("opening", "entering")
                .timer("unpaid", "payment-due")
                .withoutTimer("reminder")
                .effect("door.open", "gate.open")
                .build();

        MigrationReport check = engine.migrate(migration, MigrationOptions.DRY_RUN);
        check.left().forEach(left -> System.out.println(left.orderId() + ": " + left.stranded()));

        if (check.isComplete()) {
            MigrationReport done = engine.migrate(
                    migration,
                    MigrationOptions.DEFAULT
                            .batchSize(500)
                            .onProgress(counts -> System.out.println(counts.seen() + " of " + counts.total())));
            System.out.println(done.counts());
        }
    }

    private static OrderEngine engine(OrderStore store, ProcessDefinition... processes) {
        OrderEngineBuilder builder = OrderEngine.builder()
                .withoutPayments()
                .store(store)
                .catalog(new FakeCatalog().sell("CUP", eur("1.00")))
                .effect("door.open", (order, call) -> EffectResult.done())
                .effect("gate.open", (order, call) -> EffectResult.done());
        for (ProcessDefinition process : processes) {
            builder.process(process);
        }
        return builder.build();
    }
}
