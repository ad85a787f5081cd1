package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.diagram.Diagrams;
import org.orderengine.diagram.Highlight;
import org.orderengine.orders.ProcessFlow;
import org.orderengine.orders.RestTimes;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.QueryRefusedException;

/** How many orders took each transition, and how long they rested in each state. */
class ProcessFlowTest {

    private final TestShop shop = new TestShop();

    @Test
    void transitions_are_counted_by_orders_and_stays_are_measured() {
        for (int minutes = 1; minutes <= 20; minutes++) {
            place("o-" + minutes);
        }
        for (int minutes = 1; minutes <= 18; minutes++) {
            shop.advance(Duration.ofMinutes(1));
            shop.act("o-" + minutes, "pay");
        }
        shop.act("o-1", "ship");
        shop.advance(Duration.ofMinutes(4));

        ProcessFlow flow = only(shop.engine.orders().flow(OrderCriteria.ALL));

        assertThat(flow.orders()).isEqualTo(20);
        assertThat(flow.taken())
                .containsEntry("states.active.states.created.on.pay[0]", 18L)
                .containsEntry("states.active.states.paid.on.ship[0]", 1L)
                .doesNotContainKey("states.active.states.created.on.cancel[0]");
        assertThat(flow.rests())
                .containsEntry(
                        "created",
                        new RestTimes(20, 2, Duration.ofMinutes(10), Duration.ofMinutes(22), Duration.ofMinutes(22)));
        assertThat(flow.rests().get("shipped"))
                .isEqualTo(new RestTimes(1, 1, Duration.ofMinutes(4), Duration.ofMinutes(4), Duration.ofMinutes(4)));
        assertThat(flow.rests()).doesNotContainKeys("completed", "cancelled");
    }

    @Test
    void orders_of_each_process_have_a_flow_of_their_own_and_criteria_choose_them() {
        place("o-1");
        shop.execute(PlaceOrder.of("o-2")
                .process("virtual-goods")
                .buyer("bob")
                .line("CUP", 1)
                .build());

        assertThat(shop.engine.orders().flow(OrderCriteria.ALL))
                .extracting(flow -> flow.process().name())
                .containsExactly("physical-goods", "virtual-goods");
        assertThat(only(shop.engine.orders().flow(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "bob")))
                        .orders())
                .isOne();
    }

    @Test
    void the_flow_is_drawn_on_the_diagram() {
        place("o-1");
        shop.advance(Duration.ofMinutes(3));
        shop.act("o-1", "pay");

        Highlight flow = Highlight.of(only(shop.engine.orders().flow(OrderCriteria.ALL)));

        assertThat(Diagrams.mermaid(StandardProcesses.physicalGoods(), flow))
                .contains("created --> paying : ✓ pay (1)")
                .contains("created : 0 here now, 1 stays: median 3 min");
        assertThat(Diagrams.dot(StandardProcesses.physicalGoods(), flow)).contains("pay (1)");
        assertThat(Diagrams.plantUml(StandardProcesses.physicalGoods(), flow)).contains("pay (1)");
    }

    @Test
    void more_orders_than_figures_are_made_of_are_refused() {
        for (int i = 0; i <= ProcessFlow.MOST; i++) {
            place("o-" + i);
        }

        assertThatThrownBy(() -> shop.engine.orders().flow(OrderCriteria.ALL))
                .isInstanceOfSatisfying(QueryRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("flow-too-wide"));
    }

    private void place(String order) {
        shop.execute(PlaceOrder.of(order).buyer("ann").line("CUP", 1).build());
    }

    private static ProcessFlow only(List<ProcessFlow> flows) {
        assertThat(flows).hasSize(1);
        return flows.get(0);
    }
}
