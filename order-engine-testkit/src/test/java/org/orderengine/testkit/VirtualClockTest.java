package org.orderengine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final VirtualClock clock = VirtualClock.at(START);

    @Test
    void it_stands_still_until_it_is_advanced() {
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.advance(Duration.ofMinutes(30))).isEqualTo(START.plusSeconds(1800));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1800));
    }

    @Test
    void it_never_runs_backwards() {
        clock.advanceTo(START.plusSeconds(60));
        assertThat(clock.advanceTo(START)).isEqualTo(START.plusSeconds(60));
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-1S");
    }
}
