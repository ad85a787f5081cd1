package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Migration;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.TestShop;

/** Definitions that change while orders live. */
class VersionPainsTest {

    private static final String ID = "o-1";

    private static final ProcessDefinition FIRST = ProcessDefinition.named("tickets", 1)
            .state("open", s -> s.on("use").to("opening"))
            .state("opening", s -> s.run("door.open").done("used"))
            .state("used", ProcessStateBuilder::end)
            .build();
    private static final ProcessDefinition SECOND = ProcessDefinition.named("tickets", 2)
            .state("waiting", s -> s.on("scan").to("scanning"))
            .state("scanning", s -> s.run("door.open").done("inside"))
            .state("inside", ProcessStateBuilder::end)
            .build();

    // temporal sdk-java#1430, temporal sdk-java#2796
    @Test
    void an_order_goes_on_under_its_own_version_when_the_definition_changes() {
        TestShop shop = new TestShop(
                new MemoryOrderStore(),
                builder -> doors(builder, "done").process(FIRST).process(SECOND));
        OrderEngine before = doors(shop.builder(), "done").process(FIRST).build();
        before.execute(PlaceOrder.of(ID).line("CUP", 1).build());
        shop.execute(PlaceOrder.of("o-2").line("CUP", 1).build());

        assertThat(shop.act(ID, "use").isAccepted()).isTrue();
        assertThat(shop.act("o-2", "scan").isAccepted()).isTrue();

        assertThat(shop.state(ID)).isEqualTo("used");
        assertThat(shop.state("o-2")).isEqualTo("inside");
        Invariants.hold(shop, ID);
    }

    // camunda-docs#3178
    @Test
    void an_order_is_migrated_that_does_not_wait_but_works() {
        TestShop shop = new TestShop(
                new MemoryOrderStore(),
                builder -> doors(builder, "done").process(FIRST).process(SECOND));
        OrderEngine before = doors(shop.builder(), "stuck").process(FIRST).build();
        before.execute(PlaceOrder.of(ID).line("CUP", 1).build());
        before.execute(Action.on(ID, "use").build());
        assertThat(shop.order(ID).flow().isBusy()).isTrue();

        boolean complete = shop.engine
                .migrate(Migration.between(FIRST.reference(), SECOND.reference())
                        .state("open", "waiting")
                        .state("opening", "scanning")
                        .build())
                .isComplete();

        assertThat(complete).isTrue();
        assertThat(shop.state(ID)).isEqualTo("scanning");
        shop.advance(Duration.ofMinutes(1));
        assertThat(shop.state(ID)).isEqualTo("inside");
        Invariants.hold(shop, ID);
    }

    private static OrderEngineBuilder doors(OrderEngineBuilder builder, String answer) {
        return builder.effect(
                "door.open",
                (order, call) -> answer.equals("done") ? EffectResult.done() : EffectResult.failed("it is stuck"));
    }
}
