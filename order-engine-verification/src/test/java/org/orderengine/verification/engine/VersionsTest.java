package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;

/** Several versions of one process in one engine. */
class VersionsTest {

    private final OrderStore store = new MemoryOrderStore();
    private final ProcessDefinition first = ProcessDefinition.named("tickets", 1)
            .state("open", s -> s.on("use").to("used"))
            .state("used", ProcessStateBuilder::end)
            .build();
    private final ProcessDefinition second = ProcessDefinition.named("tickets", 2)
            .state("open", s -> s.on("scan").to("scanned"))
            .state("scanned", ProcessStateBuilder::end)
            .build();

    @Test
    void an_order_keeps_to_the_version_that_it_was_placed_under() {
        place(engine(first), "o-1");
        OrderEngine both = engine(second, first);
        place(both, "o-2");

        assertThat(both.execute(Action.on("o-1", "scan").build()))
                .isInstanceOfSatisfying(Outcome.Rejected.class, no -> {
                    assertThat(no.code()).isEqualTo("not-allowed");
                    assertThat(no.allowed()).containsExactly("use");
                });
        assertThat(both.execute(Action.on("o-1", "use").build()).isAccepted()).isTrue();
        assertThat(both.execute(Action.on("o-2", "scan").build()).isAccepted()).isTrue();
        assertThat(List.of("o-1", "o-2"))
                .extracting(id -> both.orders().find(id).orElseThrow().process())
                .containsExactly(first.reference(), second.reference());
    }

    @Test
    void new_orders_follow_the_latest_version_whichever_was_given_first() {
        OrderEngine engine = engine(second, first);
        place(engine, "o-1");
        engine.execute(PlaceOrder.of("o-2").line("CUP", 1).process("tickets").build());

        assertThat(List.of("o-1", "o-2"))
                .extracting(id -> engine.orders().find(id).orElseThrow().process())
                .containsOnly(second.reference());
    }

    @Test
    void an_order_whose_version_the_engine_was_not_given_is_refused_by_name() {
        place(engine(first), "o-1");

        assertThat(engine(second).execute(Action.on("o-1", "use").build()))
                .isInstanceOfSatisfying(Outcome.Rejected.class, no -> {
                    assertThat(no.code()).isEqualTo("unknown-process");
                    assertThat(no.message()).contains("Order o-1 follows process tickets v1");
                    assertThat(no.allowed()).isEmpty();
                });
    }

    private static void place(OrderEngine engine, String order) {
        assertThat(engine.execute(PlaceOrder.of(order).line("CUP", 1).build()).isAccepted())
                .isTrue();
    }

    private OrderEngine engine(ProcessDefinition... processes) {
        var builder = OrderEngine.builder()
                .withoutPayments()
                .store(store)
                .catalog(new FakeCatalog().sell("CUP", eur("1.00")));
        for (ProcessDefinition process : processes) {
            builder.process(process);
        }
        return builder.build();
    }
}
