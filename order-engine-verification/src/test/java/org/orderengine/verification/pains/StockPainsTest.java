package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.engine.Outcome;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory.Operation;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.Race;
import org.orderengine.verification.engine.TestShop;

/** Stock that is sold twice, or given back that was never taken. */
class StockPainsTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    // vendure#3508, vendure#4930
    @Test
    void between_looking_and_taking_no_other_order_takes_the_last_unit() {
        int ways = Race.of(ID, racing -> racing.inventory.stock("BED", 1))
                .command(
                        "ann",
                        racing -> racing.execute(
                                PlaceOrder.of("o-1").line("BED", 1).build()))
                .command(
                        "bob",
                        racing -> racing.execute(
                                PlaceOrder.of("o-2").line("BED", 1).build()))
                .interleavings(racing -> {
                    assertThat(List.of(racing.state("o-1"), racing.state("o-2")))
                            .containsExactlyInAnyOrder("created", "rejected");
                    assertThat(racing.inventory.level("BED").available()).isZero();
                    Invariants.isSettled(racing, "o-1");
                    Invariants.isSettled(racing, "o-2");
                })
                .explore();
        assertThat(ways).isGreaterThan(5);
    }

    // medusa#16502
    @Test
    void two_lines_of_one_product_count_together() {
        shop.inventory.stock("BED", 3);

        Outcome tooMany =
                shop.execute(PlaceOrder.of(ID).line("BED", 2).line("BED", 2).build());

        assertThat(((Outcome.Rejected) tooMany).code()).isEqualTo("out-of-stock");
        assertThat(shop.inventory.level("BED").available()).isEqualTo(3);
        Outcome enough =
                shop.execute(PlaceOrder.of("o-2").line("BED", 2).line("BED", 1).build());
        assertThat(enough.isAccepted()).isTrue();
        assertThat(shop.inventory.level("BED").available()).isZero();
        Invariants.isSettled(shop, ID);
        Invariants.isSettled(shop, "o-2");
    }

    // medusa#16569
    @Test
    void of_forty_buyers_at_once_ten_get_the_ten_units() throws Exception {
        shop.inventory.stock("BED", 10);
        List<Callable<Outcome>> buyers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            PlaceOrder order = PlaceOrder.of("o-" + i).line("BED", 1).build();
            buyers.add(() -> shop.execute(order));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int sold = 0;
        try {
            for (Future<Outcome> outcome : threads.invokeAll(buyers)) {
                sold += outcome.get().isAccepted() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }

        assertThat(sold).isEqualTo(10);
        assertThat(shop.inventory.level("BED").reserved()).isEqualTo(10);
        for (int i = 0; i < 40; i++) {
            Invariants.isSettled(shop, "o-" + i);
        }
    }

    // vendure#1557
    @Test
    void what_was_never_allocated_is_not_released() {
        shop.inventory.stock("BED", 3);
        shop.execute(PlaceOrder.of("other").line("BED", 2).build());
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).line("BED", 2).build());
        assertThat(shop.state(ID)).isEqualTo("rejected");
        shop.inventory.answer(Operation.RESERVE, Answer.DECLINED);
        shop.execute(PlaceOrder.of("o-2").line("BED", 1).build());
        assertThat(shop.state("o-2")).isEqualTo("rejected");

        assertThat(shop.inventory.calls()).noneMatch(call -> call.request() instanceof ReleaseStock);
        assertThat(shop.inventory.level("BED").available()).isEqualTo(1);
        assertThat(shop.inventory.level("CUP").available()).isEqualTo(1000);
    }

    // listed without a number: only the first of two lines of one product was given back
    @Test
    void both_lines_of_one_product_are_given_back() {
        shop.inventory.stock("BED", 5);
        shop.execute(PlaceOrder.of(ID).line("BED", 2).line("BED", 3).build());
        shop.act(ID, "pay");
        assertThat(shop.inventory.level("BED").available()).isZero();

        shop.act(ID, "cancel");

        assertThat(shop.inventory.level("BED").available()).isEqualTo(5);
        Invariants.isSettled(shop, ID);
    }

    // listed without a number: only the first of two lines of one product was given back
    @Test
    void both_lines_of_one_product_come_back_into_stock_after_a_return() {
        shop.inventory.stock("BED", 5);
        shop.execute(PlaceOrder.of(ID).line("BED", 2).line("BED", 3).build());
        for (String action : List.of("pay", "ship", "deliver")) {
            shop.act(ID, action);
        }
        assertThat(shop.inventory.level("BED").onHand()).isZero();

        shop.execute(Action.on(ID, "request-return").line("1", 2).line("2", 3).build());
        shop.act(ID, "approve-return");
        shop.act(ID, "receive-return");

        assertThat(shop.inventory.level("BED").onHand()).isEqualTo(5);
        Invariants.isSettled(shop, ID);
    }
}
