package org.orderengine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.testkit.Fixtures.call;
import static org.orderengine.testkit.Fixtures.units;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.effect.EffectResult.Done;
import org.orderengine.effect.EffectResult.Failed;
import org.orderengine.effect.EffectResult.Unknown;
import org.orderengine.model.LineQuantity;
import org.orderengine.testkit.FakeInventory.Operation;

class FakeInventoryTest {

    private final FakeInventory inventory = new FakeInventory().stock("HAT", 3).stock("CAP", 2, 2L);

    @Test
    void on_hand_counts_what_is_there_until_it_leaves() {
        reserve("o1", "HAT", 2);
        assertThat(inventory.level("HAT")).isEqualTo(new StockLevel(3, 2, 0, 0L));
        assertThat(inventory.level("HAT").available()).isEqualTo(1);
        inventory.consume(new ConsumeStock(units("HAT", 2)), call("o1", "consume"));
        assertThat(inventory.level("HAT")).isEqualTo(new StockLevel(1, 0, 0, 0L));
        assertThat(inventory.left("o1")).isEqualTo(2);
    }

    @Test
    void what_is_missing_goes_on_backorder_up_to_the_limit() {
        EffectResult answer = reserve("o1", "CAP", 3);
        assertThat(answer).isEqualTo(new Done(null, List.of(new LineQuantity("1", 1))));
        assertThat(reserve("o2", "CAP", 2)).isInstanceOf(Declined.class);
        assertThat(inventory.level("CAP")).isEqualTo(new StockLevel(2, 2, 1, 2L));
    }

    @Test
    void backorders_without_bound_take_everything() {
        inventory.stock("PIN", 0, null);
        assertThat(reserve("o1", "PIN", 1_000_000)).isInstanceOf(Done.class);
        assertThat(inventory.level("PIN").backordered()).isEqualTo(1_000_000);
    }

    @Test
    void goods_that_arrive_go_first_to_those_who_wait_longest() {
        reserve("o1", "CAP", 3);
        reserve("o2", "CAP", 1);
        inventory.add("CAP", 1);
        assertThat(inventory.level("CAP")).isEqualTo(new StockLevel(3, 3, 1, 2L));
        inventory.add("CAP", 4);
        assertThat(inventory.level("CAP")).isEqualTo(new StockLevel(7, 4, 0, 2L));
    }

    @Test
    void units_that_one_gives_back_go_to_who_waits() {
        reserve("o1", "CAP", 2);
        reserve("o2", "CAP", 2);
        inventory.release(new ReleaseStock(units("CAP", 1)), call("o1", "release"));
        assertThat(inventory.level("CAP")).isEqualTo(new StockLevel(2, 2, 1, 2L));
    }

    @Test
    void a_release_gives_up_what_is_on_backorder_before_what_is_there() {
        reserve("o1", "CAP", 3);
        inventory.release(new ReleaseStock(units("CAP", 1)), call("o1", "release"));
        assertThat(inventory.level("CAP")).isEqualTo(new StockLevel(2, 2, 0, 2L));
    }

    @Test
    void what_was_never_stocked_has_no_bound() {
        assertThat(reserve("o1", "AIR", Long.MAX_VALUE)).isEqualTo(EffectResult.done());
        assertThat(inventory.levels()).containsOnlyKeys("HAT", "CAP");
    }

    @Test
    void nothing_is_released_that_the_line_does_not_hold() {
        reserve("o1", "HAT", 2);
        assertThat(inventory.release(new ReleaseStock(units("HAT", 3)), call("o1", "release")))
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.code()).isEqualTo("not-held"));
        assertThat(inventory.release(new ReleaseStock(units("HAT", 1)), call("o2", "release")))
                .isInstanceOf(Declined.class);
        assertThat(inventory.held("o1")).isEqualTo(2);
    }

    @Test
    void nothing_comes_back_that_did_not_leave() {
        assertThat(inventory.restock(new RestockGoods(units("HAT", 1)), call("o1", "restock")))
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.code()).isEqualTo("not-consumed"));
        assertThat(inventory.level("HAT").onHand()).isEqualTo(3);
    }

    @Test
    void units_that_no_order_held_leave_only_if_they_are_free() {
        reserve("o1", "HAT", 2);
        assertThat(inventory.consume(new ConsumeStock(units("HAT", 2)), call("o2", "consume")))
                .isInstanceOf(Declined.class);
        assertThat(inventory.consume(new ConsumeStock(units("HAT", 1)), call("o2", "consume again")))
                .isInstanceOf(Done.class);
        assertThat(inventory.level("HAT")).isEqualTo(new StockLevel(2, 2, 0, 0L));
    }

    @Test
    void lines_of_one_product_on_backorder_count_together() {
        List<StockLine> lines = List.of(new StockLine("1", "CAP", 3), new StockLine("2", "CAP", 2));
        assertThat(inventory.reserve(new ReserveStock(lines), call("o1", "reserve")))
                .isInstanceOf(Declined.class);
        List<StockLine> fewer = List.of(new StockLine("1", "CAP", 3), new StockLine("2", "CAP", 1));
        assertThat(inventory.reserve(new ReserveStock(fewer), call("o1", "reserve fewer")))
                .isEqualTo(new Done(null, List.of(new LineQuantity("1", 1), new LineQuantity("2", 1))));
    }

    @Test
    void answers_are_used_up_one_by_one() {
        inventory.answer(Operation.RESERVE, Answer.DECLINED, Answer.FAILED, Answer.UNKNOWN, Answer.UNKNOWN_DONE);
        assertThat(reserve("o1", "HAT", 1)).isInstanceOf(Declined.class);
        assertThat(reserve("o2", "HAT", 1)).isInstanceOf(Failed.class);
        assertThat(reserve("o3", "HAT", 1)).isInstanceOf(Unknown.class);
        assertThat(inventory.level("HAT").reserved()).isZero();
        assertThat(reserve("o4", "HAT", 1)).isInstanceOf(Unknown.class);
        assertThat(inventory.level("HAT").reserved()).isEqualTo(1);
        assertThat(reserve("o5", "HAT", 1)).isInstanceOf(Done.class);

        assertThat(inventory.query(new ReserveStock(List.of(new StockLine("1", "HAT", 1))), call("o3", "reserve"))).isInstanceOf(Failed.class);
        assertThat(inventory.query(new ReserveStock(List.of(new StockLine("1", "HAT", 1))), call("o4", "reserve"))).isInstanceOf(Done.class);
        assertThat(reserve("o4", "HAT", 1)).isInstanceOf(Done.class);
        assertThat(inventory.level("HAT").reserved()).isEqualTo(2);
    }

    @Test
    void a_failed_call_may_succeed_when_it_is_tried_again() {
        inventory.answer(Operation.RESERVE, Answer.FAILED);
        reserve("o1", "HAT", 1);
        assertThat(reserve("o1", "HAT", 1)).isInstanceOf(Done.class);
    }

    @Test
    void a_key_that_is_used_for_something_else_is_an_error_of_the_caller() {
        reserve("o1", "HAT", 1);
        assertThatThrownBy(() -> reserve("o1", "HAT", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("o1/reserve");
    }

    private EffectResult reserve(String order, String sku, long quantity) {
        return inventory.reserve(new ReserveStock(units(sku, quantity)), call(order, "reserve"));
    }
}
