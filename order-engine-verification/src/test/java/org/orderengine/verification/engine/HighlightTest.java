package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.diagram.Diagrams;
import org.orderengine.diagram.Highlight;
import org.orderengine.engine.OrderEngine;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.process.StandardProcesses;
import org.orderengine.testkit.FakeCatalog;

/** What a diagram marks of orders that lived in an engine. */
class HighlightTest {

    private static final String ACTIVE = "states.active.states.";

    private final TestShop shop = new TestShop();

    @Test
    void the_way_of_an_order_is_marked_to_where_it_is() {
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "hold");
        shop.act("o-1", "resume");
        shop.act("o-1", "pay");
        shop.act("o-1", "ship");

        Highlight way = way("o-1");

        assertThat(way.current()).containsExactly("shipped");
        assertThat(way.visited()).containsExactlyInAnyOrder("placing", "created", "held", "paying", "paid", "shipped");
        assertThat(way.taken())
                .containsExactlyInAnyOrder(
                        "states.placing.done[0]",
                        "states.active.on.hold[0]",
                        "states.held.on.resume[0]",
                        ACTIVE + "created.on.pay[0]",
                        ACTIVE + "paying.done[0]",
                        ACTIVE + "paid.on.ship[0]");
        assertThat(Diagrams.mermaid(StandardProcesses.physicalGoods(), way))
                .contains("created --> paying : ✓ pay\n", "class shipped isHere\n");
    }

    @Test
    void what_is_taken_by_itself_is_marked_behind_what_led_to_it() {
        shop.execute(threeLines("o-1"));
        shop.execute(Action.on("o-1", "payment-received")
                .amount(shop.order("o-1").totals().total())
                .set("method", "transfer")
                .set("reference", "t-1")
                .build());
        shop.act("o-1", "ship");
        shop.act("o-1", "deliver");
        shop.advance(Duration.ofDays(30));

        assertThat(way("o-1").current()).containsExactly("completed");
        assertThat(way("o-1").taken())
                .contains(
                        ACTIVE + "created.always[1]",
                        ACTIVE + "shipped.always[1]",
                        ACTIVE + "delivered.after.unconfirmed[0]",
                        ACTIVE + "confirmed.after.after-sale[1]")
                .doesNotContain(ACTIVE + "delivered.on.confirm[0]");
    }

    @Test
    void what_a_service_declined_and_a_timer_ended_is_marked_as_that() {
        shop.execute(threeLines("o-1"));
        shop.execute(Action.on("o-1", "pay")
                .set("method", "no-such-card")
                .amount(eur("1.00"))
                .build());
        shop.advance(Duration.ofHours(1));
        shop.execute(PlaceOrder.of("o-2").buyer("ann").line("LAMP", 5000).build());

        assertThat(way("o-1").current()).containsExactly("cancelled");
        assertThat(way("o-1").taken())
                .contains(ACTIVE + "created.after.unpaid[1]", "states.cancelling.done[0]")
                .doesNotContain(ACTIVE + "created.on.cancel[0]");
        assertThat(way("o-2").taken()).containsExactly("states.placing.declined[0]");
        assertThat(way("o-2").current()).containsExactly("rejected");
    }

    @Test
    void regions_and_histories_are_followed() {
        ProcessDefinition work = ProcessDefinition.named("work", 1)
                .state("waiting", s -> s.on("begin").to("at-work"))
                .state("at-work", s -> s.parallel()
                        .on("hold")
                        .to("held")
                        .done("over")
                        .state("before", h -> h.history(ProcessState.History.DEEP)
                                .initial("packing"))
                        .state("pack", pack -> pack.state(
                                        "packing", p -> p.on("go").to("packed"))
                                .state("packed", ProcessStateBuilder::end))
                        .state("bill", bill -> bill.state(
                                        "billing", b -> b.on("go").to("billed"))
                                .state("billed", ProcessStateBuilder::end)))
                .state("held", s -> s.on("resume").to("before"))
                .state("over", ProcessStateBuilder::end)
                .build();
        try (OrderEngine engine = OrderEngine.builder()
                .withoutPayments()
                .catalog(new FakeCatalog().sell("CUP", eur("1.00")))
                .process(work)
                .build()) {
            engine.execute(PlaceOrder.of("o-1").line("CUP", 1).build());
            for (String action : List.of("begin", "hold", "resume", "go")) {
                engine.execute(Action.on("o-1", action).build());
            }

            Highlight way = Highlight.of(work, engine.orders().timeline("o-1"));

            assertThat(way.current()).containsExactly("over");
            assertThat(way.visited())
                    .containsExactlyInAnyOrder("waiting", "packing", "billing", "held", "packed", "billed", "over");
            assertThat(way.taken())
                    .containsExactlyInAnyOrder(
                            "states.waiting.on.begin[0]",
                            "states.at-work.on.hold[0]",
                            "states.held.on.resume[0]",
                            "states.at-work.states.pack.states.packing.on.go[0]",
                            "states.at-work.states.bill.states.billing.on.go[0]",
                            "states.at-work.done[0]");
        }
    }

    @Test
    void an_order_of_another_version_is_refused() {
        shop.execute(threeLines("o-1"));
        ProcessDefinition other = ProcessDefinition.named("physical-goods", 7)
                .state("open", ProcessStateBuilder::end)
                .build();

        assertThatThrownBy(() -> Highlight.of(other, shop.engine.orders().timeline("o-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order o-1 follows process physical-goods v1, not physical-goods v7");
        assertThat(Highlight.of(other, List.of())).isEqualTo(Highlight.NONE);
    }

    private Highlight way(String order) {
        return Highlight.of(
                StandardProcesses.physicalGoods(), shop.engine.orders().timeline(order));
    }
}
