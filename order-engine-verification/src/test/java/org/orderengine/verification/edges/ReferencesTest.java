package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Payment;
import org.orderengine.verification.engine.TestShop;

/** What a provider's reference says: which charge a notification tells of, and never that two charges are one. */
class ReferencesTest {

    @Test
    void two_charges_under_one_reference_are_two_payments_and_both_are_given_back() {
        TestShop shop = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new AroundGateway(
                        self.gateway,
                        (operation, call, gateway) -> gateway.get() instanceof EffectResult.Done
                                ? EffectResult.done("checkout-4711")
                                : gateway.get())));
        shop.execute(TestShop.threeLines("o"));

        shop.execute(Action.on("o", "pay").amount(eur("20.00")).build());
        shop.act("o", "pay");

        assertThat(shop.order("o").books().payments())
                .extracting(Payment::captured)
                .hasSize(2);
        assertThat(shop.order("o").totals().captured())
                .isEqualTo(shop.gateway.captured(eur("1.00").currency()))
                .isEqualTo(shop.order("o").totals().total());
        assertThat(shop.act("o", "pay")).as("paying what is paid").isInstanceOf(Outcome.Rejected.class);

        shop.act("o", "cancel");
        shop.advance(Duration.ofHours(1));

        assertThat(shop.order("o").totals().refunded())
                .isEqualTo(shop.order("o").totals().captured());
        assertThat(shop.gateway.refunded(eur("1.00").currency()))
                .isEqualTo(shop.order("o").totals().captured());
    }

    @Test
    void a_charge_whose_notification_came_first_is_one_payment() {
        AtomicBoolean lost = new AtomicBoolean(true);
        TestShop shop = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new AroundGateway(self.gateway, (operation, call, gateway) -> {
                    EffectResult result = gateway.get();
                    if (result instanceof EffectResult.Done) {
                        result = EffectResult.done("ch-1");
                    }
                    return operation.equals("query") || !lost.get() ? result : EffectResult.unknown("lost");
                })));
        shop.execute(TestShop.threeLines("o"));
        shop.act("o", "pay");

        shop.execute(Action.on("o", "payment-received")
                .amount(shop.order("o").totals().total())
                .set("reference", "ch-1")
                .build());
        lost.set(false);
        shop.advance(Duration.ofHours(2));

        assertThat(shop.order("o").totals().captured())
                .as("the charge, once")
                .isEqualTo(shop.order("o").totals().total());
        assertThat(shop.order("o").flow().effects()).isEmpty();
    }

    @Test
    void another_amount_under_a_known_reference_is_refused_and_the_same_one_is_a_repetition() {
        TestShop shop = new TestShop();
        shop.execute(TestShop.threeLines("o"));
        assertThat(shop.execute(received("10.00"))).isInstanceOf(Outcome.Accepted.class);
        long revision = shop.order("o").revision();

        Outcome other = shop.execute(received("30.00"));
        Outcome again = shop.execute(received("10.00"));

        assertThat(((Outcome.Rejected) other).code()).isEqualTo("reference-used");
        assertThat(again).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.order("o").revision()).isEqualTo(revision);
        assertThat(shop.order("o").totals().captured()).isEqualTo(eur("10.00"));
    }

    private static Action received(String amount) {
        return Action.on("o", "payment-received")
                .set("reference", "INVOICE-7")
                .amount(eur(amount))
                .build();
    }
}
