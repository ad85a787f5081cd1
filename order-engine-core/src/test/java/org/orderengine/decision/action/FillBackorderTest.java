package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.LineQuantity;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.StandardProcesses;

/** {@code fill-backorder} asks for goods in the place of those on backorder, in every state, and moves nothing. */
class FillBackorderTest {

    @Test
    void it_asks_for_all_that_waits() {
        backordered().when("fill-backorder").thenOwes("inventory.fill 2 of 1").thenIn("created");
    }

    @Test
    void it_asks_for_no_more_than_waits() {
        backordered()
                .when("fill-backorder", "lines", List.of(Payload.of(Map.of("line", "1", "quantity", 7L))))
                .thenOwes("inventory.fill 2 of 1");
    }

    @Test
    void it_does_not_ask_twice_at_a_time() {
        backordered().asked("fill-backorder").when("fill-backorder").thenRefused(Codes.NOTHING_BACKORDERED);
    }

    @Test
    void it_is_refused_where_nothing_waits() {
        anOrder().placed().when("fill-backorder").thenRefused(Codes.NOTHING_BACKORDERED);
    }

    /** No lamp is there, so that both are promised. */
    private static Given backordered() {
        EffectResult promised = new EffectResult.Done(null, List.of(new LineQuantity("1", 2)));
        return anOrder(StandardProcesses.physicalGoods(), ReservePolicy.BACKORDER)
                .answered(Map.of(
                        "inventory.reserve", promised,
                        "inventory.reserve-backorder", promised));
    }
}
