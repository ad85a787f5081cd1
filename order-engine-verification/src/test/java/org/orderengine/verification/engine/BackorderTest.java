package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Units;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory.Operation;

/** Units that are promised without being there, and what becomes of them when goods arrive. */
class BackorderTest {

    private static final Set<String> BEDS = Set.of("BED");

    private final TestShop shop = new TestShop();

    @Test
    void goods_that_arrive_are_held_for_the_order_that_was_placed_first() {
        shop.inventory.stock("BED", 1, null);
        place("o-1", 3);
        shop.advance(Duration.ofMinutes(1));
        place("o-2", 2);
        assertThat(units("o-1").backordered()).isEqualTo(2);
        arrive(3);
        assertThat(units("o-1").reserved()).isEqualTo(3);
        assertThat(units("o-2").reserved()).isEqualTo(1);
        assertThat(units("o-2").backordered()).isEqualTo(1);
        agrees("o-1", "o-2");
    }

    @Test
    void telling_of_goods_again_changes_nothing() {
        shop.inventory.stock("BED", 0, null);
        place("o-1", 2);
        assertThat(arrive(1)).isEqualTo(1);
        assertThat(shop.engine.goodsArrived(BEDS)).isZero();
        assertThat(units("o-1").reserved()).isEqualTo(1);
        arrive(1);
        long revision = shop.order("o-1").revision();
        assertThat(shop.engine.goodsArrived(BEDS)).isZero();
        assertThat(shop.order("o-1").revision()).isEqualTo(revision);
        assertThat(shop.engine
                        .orders()
                        .list(OrderCriteria.ALL.where(OrderColumn.BACKORDERED, Operator.IS, true), null, 10)
                        .orders())
                .isEmpty();
    }

    @Test
    void an_order_ships_what_is_there_and_the_rest_once_it_has_come() {
        shop.inventory.stock("BED", 1, 9L);
        place("o-1", 3);
        shop.act("o-1", "pay");
        shop.act("o-1", "ship");
        assertThat(shop.state("o-1")).isEqualTo("producing");
        assertThat(units("o-1").shipped()).isEqualTo(1);
        Outcome.Rejected nothing = (Outcome.Rejected) shop.act("o-1", "ship");
        assertThat(nothing.code()).isEqualTo("nothing-to-ship");
        assertThat(nothing.allowed()).doesNotContain("ship");
        arrive(2);
        shop.act("o-1", "ship");
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        assertThat(shop.inventory.level("BED").onHand()).isZero();
        assertThat(shop.inventory.left("o-1")).isEqualTo(3);
        agrees("o-1");
    }

    @Test
    void what_a_buyer_gives_back_goes_to_those_who_wait() {
        shop.inventory.stock("BED", 2, null);
        place("o-1", 2);
        place("o-2", 1);
        shop.act("o-1", "cancel");
        shop.engine.goodsArrived(shop.inventory.takeFilled());
        assertThat(units("o-2").reserved()).isEqualTo(1);
        agrees("o-1", "o-2");
    }

    @Test
    void beyond_the_limit_of_backorders_an_order_is_declined() {
        shop.inventory.stock("BED", 1, 1L);
        Outcome.Rejected declined = (Outcome.Rejected) place("o-1", 3);
        assertThat(declined.code()).isEqualTo("out-of-stock");
        assertThat(shop.state("o-1")).isEqualTo("rejected");
        assertThat(place("o-2", 2).isAccepted()).isTrue();
        assertThat(shop.inventory.level("BED").backordered()).isEqualTo(1);
    }

    @Test
    void units_cancelled_while_the_inventory_is_asked_are_not_counted_twice() {
        shop.inventory.stock("BED", 0, null);
        place("o-1", 3);
        shop.inventory.answer(Operation.FILL, Answer.FAILED);
        arrive(2);
        assertThat(units("o-1").backordered()).isEqualTo(3);
        shop.execute(Action.on("o-1", "cancel").line("1", 1).build());
        shop.advance(Duration.ofMinutes(10));
        assertThat(units("o-1").reserved()).isEqualTo(2);
        assertThat(units("o-1").cancelled()).isEqualTo(1);
        agrees("o-1");
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_and_counts_once() {
        shop.inventory.stock("BED", 0, null);
        place("o-1", 3);
        shop.inventory.answer(Operation.FILL, Answer.UNKNOWN_DONE);
        arrive(2);
        assertThat(shop.engine.goodsArrived(BEDS)).as("while it is unknown").isZero();
        shop.advance(Duration.ofMinutes(10));
        assertThat(units("o-1").reserved()).isEqualTo(2);
        agrees("o-1");
    }

    @Test
    void there_is_nothing_to_fill_where_nothing_waits() {
        place("o-1", 1);
        Outcome.Rejected refused = (Outcome.Rejected) shop.act("o-1", "fill-backorder");
        assertThat(refused.code()).isEqualTo("nothing-backordered");
    }

    private Outcome place(String order, int beds) {
        return shop.execute(PlaceOrder.of(order).line("BED", beds).build());
    }

    private int arrive(int beds) {
        shop.inventory.add("BED", beds);
        return shop.engine.goodsArrived(BEDS);
    }

    private Units units(String order) {
        return shop.order(order).books().lines().get(0).units();
    }

    private void agrees(String... orders) {
        for (String order : orders) {
            Invariants.hold(shop, order);
        }
    }
}
