package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.verification.engine.TestShop;

/** Services that are correct and slow: what they did is booked in the end, and each call has the whole of its time. */
class SlowServicesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final List<Duration> left = new ArrayList<>();
    private Duration slowness = Duration.ofSeconds(9);

    private final TestShop shop =
            new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                    .payments(new AroundGateway(self.gateway, (operation, call, gateway) -> {
                        EffectResult result = gateway.get();
                        if (operation.equals("refund")) {
                            left.add(Duration.between(self.clock.instant(), call.deadline()));
                            self.clock.advance(slowness);
                        }
                        return result;
                    })));

    @Test
    void each_call_of_a_batch_has_a_deadline_of_its_own_and_all_are_booked() {
        payInParts();

        shop.act("o", "cancel");
        shop.advance(Duration.ofHours(1));

        assertThat(shop.state("o")).isEqualTo("cancelled");
        assertThat(shop.order("o").totals().refunded())
                .isEqualTo(shop.gateway.refunded(eur("1.00").currency()));
        assertThat(left).as("time left when a call began").hasSize(8).containsOnly(TIMEOUT);
    }

    @Test
    void what_a_call_did_that_outlasted_its_lease_is_booked_though_another_node_has_taken_the_order_over() {
        payInParts();
        slowness = Duration.ofMinutes(5);
        OrderEngine other = shop.builder().node("other").build();

        shop.act("o", "cancel");
        Instant end = shop.clock.instant().plus(Duration.ofHours(12));
        while (!shop.order("o").position().ended() && shop.clock.instant().isBefore(end)) {
            shop.clock.advance(Duration.ofMinutes(1));
            shop.engine.runDue(shop.clock.instant());
            other.runDue(shop.clock.instant());
        }

        assertThat(shop.state("o")).isEqualTo("cancelled");
        assertThat(shop.order("o").totals().refunded())
                .isEqualTo(shop.order("o").totals().captured());
    }

    private void payInParts() {
        shop.execute(TestShop.threeLines("o"));
        for (int i = 0; i < 8; i++) {
            shop.execute(Action.on("o", "pay").amount(eur("1.00")).build());
        }
        assertThat(shop.order("o").totals().captured()).isEqualTo(eur("8.00"));
    }
}
