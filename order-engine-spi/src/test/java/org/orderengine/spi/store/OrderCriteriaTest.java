package org.orderengine.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.spi.store.OrderColumn.BUYER;
import static org.orderengine.spi.store.OrderColumn.MERCHANT;
import static org.orderengine.spi.store.OrderColumn.PARKED;
import static org.orderengine.spi.store.OrderColumn.PLACED_AT;
import static org.orderengine.spi.store.OrderColumn.PROCESS_VERSION;
import static org.orderengine.spi.store.OrderCondition.Operator.BEFORE;
import static org.orderengine.spi.store.OrderCondition.Operator.FROM;
import static org.orderengine.spi.store.OrderCondition.Operator.IS;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderCriteriaTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static final OrderIndex ANNS = OrderIndex.builder()
            .set(PLACED_AT, NOON)
            .set(OrderColumn.PROCESS, "goods")
            .set(PROCESS_VERSION, 3L)
            .set(OrderColumn.STATE, "paid")
            .set(BUYER, "ann")
            .build();

    @Test
    void an_order_is_found_that_matches_every_condition() {
        OrderCriteria anns = OrderCriteria.ALL.where(BUYER, IS, "ann").where(PARKED, IS, false);

        assertThat(OrderCriteria.ALL.matches(ANNS)).isTrue();
        assertThat(anns.matches(ANNS)).isTrue();
        assertThat(anns.where(PARKED, IS, true).matches(ANNS)).isFalse();
        assertThat(anns.where(BUYER, IS, "bob").matches(ANNS)).isFalse();
    }

    @Test
    void an_order_without_a_value_is_not_found_by_one() {
        assertThat(OrderCriteria.ALL.where(MERCHANT, IS, "acme").matches(ANNS)).isFalse();
    }

    @Test
    void a_range_includes_its_begin_and_excludes_its_end() {
        assertThat(OrderCriteria.ALL.where(PLACED_AT, FROM, NOON).matches(ANNS)).isTrue();
        assertThat(OrderCriteria.ALL.where(PLACED_AT, FROM, NOON.plusNanos(1)).matches(ANNS))
                .isFalse();
        assertThat(OrderCriteria.ALL.where(PLACED_AT, BEFORE, NOON).matches(ANNS))
                .isFalse();
        assertThat(OrderCriteria.ALL.where(PLACED_AT, BEFORE, NOON.plusNanos(1)).matches(ANNS))
                .isTrue();
        assertThat(OrderCriteria.ALL.where(PROCESS_VERSION, FROM, 3L).matches(ANNS))
                .isTrue();
        assertThat(OrderCriteria.ALL.where(PROCESS_VERSION, BEFORE, 3L).matches(ANNS))
                .isFalse();
    }

    @Test
    void a_condition_takes_the_place_of_one_on_the_same_column_by_the_same_operator() {
        OrderCriteria range = OrderCriteria.ALL.where(PLACED_AT, FROM, NOON).where(PLACED_AT, BEFORE, NOON);

        assertThat(range.where(PLACED_AT, FROM, NOON.minusSeconds(1)).conditions())
                .containsExactly(
                        new OrderCondition<>(PLACED_AT, FROM, NOON.minusSeconds(1)),
                        new OrderCondition<>(PLACED_AT, BEFORE, NOON));
        OrderCondition<String> ann = new OrderCondition<>(BUYER, IS, "ann");
        OrderCondition<String> bob = new OrderCondition<>(BUYER, IS, "bob");
        assertThatThrownBy(() -> new OrderCriteria(List.of(ann, bob)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two conditions on one field: buyer is ann, and buyer is bob");
    }

    @Test
    void criteria_are_equal_whatever_the_order_of_their_conditions() {
        assertThat(OrderCriteria.ALL.where(BUYER, IS, "ann").where(PLACED_AT, FROM, NOON))
                .isEqualTo(OrderCriteria.ALL.where(PLACED_AT, FROM, NOON).where(BUYER, IS, "ann"));
    }

    @Test
    void what_is_asked_of_a_column_can_be_read() {
        OrderCriteria anns = OrderCriteria.ALL.where(BUYER, IS, "ann").where(PLACED_AT, FROM, NOON);

        assertThat(anns.value(BUYER, IS)).isEqualTo("ann");
        assertThat(anns.value(PLACED_AT, FROM)).isEqualTo(NOON);
        assertThat(anns.value(PLACED_AT, BEFORE)).isNull();
        assertThat(anns.value(MERCHANT, IS)).isNull();
    }

    @Test
    void an_operator_that_does_not_suit_the_column_is_refused() {
        assertThatThrownBy(() -> OrderCriteria.ALL.where(BUYER, FROM, "ann"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Orders are asked for by buyer with [is, begins with], not with: from");
        assertThatThrownBy(() -> OrderCriteria.ALL.where(PLACED_AT, IS, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
