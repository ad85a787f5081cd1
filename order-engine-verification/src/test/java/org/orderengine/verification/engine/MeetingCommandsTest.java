package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.Invariants.isSettled;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway;

/** Commands that meet on one order, or over one unit, in every way in which they can (F6). */
class MeetingCommandsTest {

    private static final String ID = "o-1";

    @Test
    void F6_paying_meets_cancelling() {
        meet(Race.of(ID, MeetingCommandsTest::place).act("pay").act("cancel"), shop -> {
            ends(shop, ID, "paid", "cancelled");
            isSettled(shop, ID);
        });
    }

    @Test
    void F6_paying_meets_the_unpaid_timer() {
        meet(
                Race.of(ID, shop -> {
                            place(shop);
                            shop.clock.advanceTo(shop.engine.orders().nextDue().orElseThrow());
                        })
                        .act("pay")
                        .due(),
                shop -> {
                    ends(shop, ID, "paid", "cancelled");
                    isSettled(shop, ID);
                });
    }

    @Test
    void F6_a_notification_meets_paying() {
        meet(
                Race.of(ID, shop -> {
                            place(shop);
                            shop.gateway.receive(ID, null, "bank", TestShop.eur("100.00"), "tx-1");
                        })
                        .act("pay")
                        .command("notify", notification("tx-1")),
                shop -> {
                    ends(shop, ID, "paid");
                    isSettled(shop, ID);
                });
    }

    @Test
    void F6_shipping_meets_cancelling() {
        meet(
                Race.of(ID, shop -> {
                            place(shop);
                            shop.act(ID, "pay");
                        })
                        .act("ship")
                        .act("cancel"),
                shop -> {
                    ends(shop, ID, "shipped", "cancelled");
                    isSettled(shop, ID);
                });
    }

    @Test
    void F6_a_refund_whose_answer_is_lost_meets_the_confirmation_and_is_asked_for_before_it_is_tried_again() {
        meet(
                Race.of(ID, shop -> {
                            place(shop);
                            shop.act(ID, "pay");
                            shop.act(ID, "ship");
                            shop.act(ID, "deliver");
                            shop.clock.advanceTo(shop.engine.orders().nextDue().orElseThrow());
                            shop.gateway.answer(FakePaymentGateway.Operation.REFUND, Answer.UNKNOWN_DONE);
                        })
                        .command(
                                "refund",
                                shop -> shop.execute(Action.on(ID, "refund")
                                        .amount(TestShop.eur("1.00"))
                                        .build()))
                        .due(),
                shop -> {
                    ends(shop, ID, "confirmed");
                    assertThat(shop.order(ID).totals().refunded()).isEqualTo(TestShop.eur("1.00"));
                    isSettled(shop, ID);
                });
    }

    @Test
    void F6_two_notifications_of_one_payment_meet() {
        meet(
                Race.of(ID, shop -> {
                            place(shop);
                            shop.gateway.receive(ID, null, "bank", TestShop.eur("100.00"), "tx-1");
                        })
                        .command("notify", notification("tx-1"))
                        .command("notify again", notification("tx-1")),
                shop -> {
                    ends(shop, ID, "paid");
                    assertThat(shop.order(ID).books().payments()).hasSize(1);
                    isSettled(shop, ID);
                });
    }

    @Test
    void F6_notifications_of_two_payments_meet() {
        meet(
                Race.of(ID, shop -> {
                            place(shop);
                            shop.gateway.receive(ID, null, "bank", TestShop.eur("100.00"), "tx-1");
                            shop.gateway.receive(ID, null, "bank", TestShop.eur("100.00"), "tx-2");
                        })
                        .command("notify", notification("tx-1"))
                        .command("notify the other", notification("tx-2")),
                shop -> {
                    ends(shop, ID, "paid");
                    assertThat(shop.order(ID).totals().refunded()).isEqualTo(TestShop.eur("100.00"));
                    isSettled(shop, ID);
                });
    }

    @Test
    void U3_two_buyers_meet_over_the_last_unit() {
        Race race = Race.of(ID, shop -> shop.inventory.stock("BED", 1))
                .command(
                        "ann",
                        shop -> shop.execute(PlaceOrder.of("o-1").line("BED", 1).build()))
                .command(
                        "bob",
                        shop -> shop.execute(PlaceOrder.of("o-2").line("BED", 1).build()));
        meet(race, shop -> {
            assertThat(new String[] {shop.state("o-1"), shop.state("o-2")})
                    .containsExactlyInAnyOrder("created", "rejected");
            assertThat(shop.inventory.level("BED").available()).isZero();
            isSettled(shop, "o-1");
            isSettled(shop, "o-2");
        });
    }

    @Test
    void F6_paying_and_cancelling_meet_the_unpaid_timer() {
        Race race = Race.of(ID, shop -> {
                    place(shop);
                    shop.clock.advanceTo(shop.engine.orders().nextDue().orElseThrow());
                })
                .act("pay")
                .act("cancel")
                .due();
        int ways = race.interleavings(shop -> {
                    ends(shop, ID, "paid", "cancelled");
                    isSettled(shop, ID);
                })
                .preemptions(2)
                .explore();
        assertThat(ways).isGreaterThan(50);
    }

    private static void meet(Race race, Consumer<TestShop> check) {
        assertThat(race.interleavings(check).explore()).as("ways").isGreaterThan(5);
    }

    private static void place(TestShop shop) {
        shop.inventory.stock("BED", 3);
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
    }

    private static Consumer<TestShop> notification(String reference) {
        return shop -> shop.execute(Action.on(ID, "payment-received")
                .set("reference", reference)
                .set("amount", "100.00")
                .set("method", "bank")
                .build());
    }

    private static void ends(TestShop shop, String order, String... states) {
        shop.advance(Duration.ofMinutes(10));
        assertThat(states).contains(shop.state(order));
    }
}
