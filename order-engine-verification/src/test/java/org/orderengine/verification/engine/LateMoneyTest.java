package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.command.Action;
import org.orderengine.model.Order;
import org.orderengine.model.Totals;
import org.orderengine.policy.LatePayment;
import org.orderengine.process.StandardProcesses;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;

/** Money that arrives for an order which was cancelled, by its buyer or by the clock, in any amount and however often it is told. */
class LateMoneyTest {

    private static final String ID = Changeable.ID;

    @Property(tries = 200)
    void money_after_a_cancellation_is_refunded_to_the_cent_P6(@ForAll @LongRange(min = 0) long seed) {
        TestShop shop = new TestShop();
        cancelledAndPaidLate(shop, new Random(seed));
        Order order = shop.order(ID);
        assertThat(order.position().states()).containsExactly("cancelled");
        assertThat(order.totals().refunded()).as("P6").isEqualTo(order.totals().captured());
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Property(tries = 200)
    void money_after_a_cancellation_is_refunded_or_the_order_is_reinstated_and_paid_P6(
            @ForAll @LongRange(min = 0) long seed) {
        TestShop shop = new TestShop(
                builder -> builder.process(StandardProcesses.physicalGoods()).latePayment(LatePayment.REINSTATE));
        cancelledAndPaidLate(shop, new Random(seed));
        Order order = shop.order(ID);
        Totals totals = order.totals();
        if (order.position().ended()) {
            assertThat(totals.refunded()).as("P6").isEqualTo(totals.captured());
        } else {
            assertThat(totals.total().isPositive()).isTrue();
            assertThat(totals.captured().isPositive()).isTrue();
            assertThat(totals.outstanding().isNegative())
                    .as("P6: what is too much goes back")
                    .isFalse();
        }
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    private static void cancelledAndPaidLate(TestShop shop, Random random) {
        shop.execute(TestShop.threeLines(ID));
        if (random.nextBoolean()) {
            shop.execute(Action.on(ID, "pay").amount(eur("1.00")).build());
        }
        if (random.nextBoolean()) {
            shop.inventory.answer(FakeInventory.Operation.RELEASE, Answer.UNKNOWN_DONE);
        }
        if (random.nextBoolean()) {
            shop.act(ID, "cancel");
        } else {
            shop.advance(Duration.ofMinutes(30));
        }
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            if (random.nextInt(3) == 0) {
                shop.gateway.answer(FakePaymentGateway.Operation.REFUND, Answer.FAILED);
            }
            String amount = random.nextBoolean() ? "34.14" : "5.00";
            String reference = "tx-" + i;
            shop.gateway.receive(ID, null, "bank", eur(amount), reference);
            for (int told = 0; told <= random.nextInt(2); told++) {
                shop.execute(Action.on(ID, "payment-received")
                        .set("reference", reference)
                        .set("method", "bank")
                        .set("amount", amount)
                        .build());
            }
            shop.advance(Duration.ofSeconds(random.nextInt(200)));
        }
        shop.advance(Duration.ofMinutes(25));
    }
}
