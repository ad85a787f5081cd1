package org.orderengine.spi.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderengine.model.Money;
import org.orderengine.policy.PointsPolicy;

class PointsPolicyTest {

    @ParameterizedTest
    @CsvSource({"EUR, 19.99, 38", "EUR, 0.99, 0", "EUR, -5.00, 0", "JPY, 1999, 3998", "KWD, 1.999, 2"})
    void points_are_earned_for_whole_major_units(String currency, String paid, long points) {
        Money amount = Money.of(currency, paid);
        PointsPolicy policy = new PointsPolicy(Money.ofMinor(amount.currency(), 1), 2);
        assertThat(policy.earnedBy(amount)).isEqualTo(points);
    }

    @Test
    void a_point_is_worth_something() {
        assertThatThrownBy(() -> new PointsPolicy(Money.of("EUR", "0.00"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR 0.00");
    }
}
