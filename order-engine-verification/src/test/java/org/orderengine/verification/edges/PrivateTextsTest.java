package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.verification.engine.TestShop;

/** What people wrote, and what services said, is in no text that a log would show of an order or an outcome. */
class PrivateTextsTest {

    private static final String SECRET = "mother's-maiden-name";

    @Test
    void reasons_and_tracking_numbers_are_in_no_text_of_an_order() {
        TestShop shop = new TestShop();
        shop.execute(TestShop.threeLines("o"));
        shop.act("o", "pay");
        shop.execute(Action.on("o", "ship").set("tracking", SECRET).build());
        shop.act("o", "deliver");

        Outcome asked = shop.execute(
                Action.on("o", "request-return").set("reason", SECRET).build());

        assertThat(asked).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.order("o").books().returns().get(0).reason()).isEqualTo(SECRET);
        assertThat(List.of(
                        String.valueOf(asked),
                        String.valueOf(shop.order("o")),
                        String.valueOf(shop.engine.orders().timeline("o"))))
                .noneMatch(text -> text.contains(SECRET));
    }

    @Test
    void what_a_service_says_is_in_no_text_of_an_outcome() {
        TestShop shop = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new AroundGateway(
                        self.gateway, (operation, call, gateway) -> EffectResult.declined("card-declined", SECRET))));
        shop.execute(TestShop.threeLines("o"));

        Outcome.Rejected declined = (Outcome.Rejected) shop.act("o", "pay");

        assertThat(declined.message()).contains(SECRET);
        assertThat(String.valueOf(declined)).contains("card-declined").doesNotContain(SECRET);
    }
}
