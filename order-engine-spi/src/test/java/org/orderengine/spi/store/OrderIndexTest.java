package org.orderengine.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.spi.store.OrderColumn.BUYER;
import static org.orderengine.spi.store.OrderColumn.PARKED;
import static org.orderengine.spi.store.OrderColumn.PLACED_AT;
import static org.orderengine.spi.store.OrderColumn.PROCESS;
import static org.orderengine.spi.store.OrderColumn.PROCESS_VERSION;
import static org.orderengine.spi.store.OrderColumn.STATE;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderIndexTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static OrderIndex.Builder least() {
        return OrderIndex.builder()
                .set(PLACED_AT, NOON)
                .set(PROCESS, "goods")
                .set(PROCESS_VERSION, 1L)
                .set(STATE, "paid");
    }

    @Test
    void a_flag_of_which_nothing_is_said_is_down_and_a_name_is_absent() {
        assertThat(least().build().get(PARKED)).isFalse();
        assertThat(least().build().get(BUYER)).isNull();
        assertThat(least().set(PARKED, true).build().get(PARKED)).isTrue();
    }

    @Test
    void a_required_column_without_a_value_is_refused() {
        assertThatThrownBy(() -> least().set(STATE, null).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An order has no value for the column state");
    }

    @Test
    void instants_are_cut_and_what_work_waits_for_is_rounded_up() {
        OrderIndex index = least().set(PLACED_AT, NOON.plusNanos(1_999))
                .due(NOON.plusNanos(1_001))
                .build();

        assertThat(index.placedAt()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(index.due()).isEqualTo(NOON.plusNanos(2_000));
        assertThat(index.withDue(null).due()).isNull();
        assertThat(index.withDue(null).placedAt()).isEqualTo(NOON.plusNanos(1_000));
    }

    @Test
    void values_are_not_changed_by_the_builder_afterwards() {
        OrderIndex.Builder builder = least();
        OrderIndex index = builder.build();
        builder.set(STATE, "shipped");

        assertThat(index.state()).isEqualTo("paid");
        assertThat(index).isEqualTo(least().build()).isNotEqualTo(builder.build());
        assertThat(index).hasSameHashCodeAs(least().build());
    }

    @Test
    void column_names_are_unique() {
        assertThat(OrderColumn.ALL).extracting(OrderColumn::name).doesNotHaveDuplicates();
    }
}
