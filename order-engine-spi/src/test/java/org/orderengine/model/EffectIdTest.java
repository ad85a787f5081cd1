package org.orderengine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EffectIdTest {

    @Test
    void an_id_is_read_as_it_is_written() {
        assertThat(new EffectId(4, 12)).hasToString("4.12");
        assertThat(EffectId.parse("4.12")).isEqualTo(new EffectId(4, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4", "4.", ".1", "04.1", "4.01", "+4.1", "-4.1", "0.1", "4.1.1", "e-1", "4.99999999999"})
    void what_no_order_wrote_is_no_id(String text) {
        assertThatThrownBy(() -> EffectId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
