package org.orderengine.spi.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderengine.model.TimeWindow;

class TimeWindowTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2026-07-10T19:59:59Z, false",
        "2026-07-10T20:00:00Z, true",
        "2026-07-10T23:59:59Z, true",
        "2026-07-11T00:00:00Z, false",
        "2026-07-11T20:30:00Z, false"
    })
    void hours_past_midnight_belong_to_the_day_on_which_they_start(Instant instant, boolean within) {
        // Fridays from 22:00 to 02:00 in Paris, two hours ahead of UTC in summer.
        TimeWindow window =
                new TimeWindow(PARIS, null, null, Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(2, 0));
        assertThat(window.contains(instant)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T22:59:59Z, false",
        "2026-02-28T23:00:00Z, true",
        "2026-03-31T21:59:59Z, true",
        "2026-03-31T22:00:00Z, false"
    })
    void dates_are_those_of_the_zone_whatever_its_clocks_do(Instant instant, boolean within) {
        // March in Paris: the clocks change within it.
        TimeWindow march = TimeWindow.between(
                PARIS, LocalDateTime.parse("2026-03-01T00:00"), LocalDateTime.parse("2026-04-01T00:00"));
        assertThat(march.contains(instant)).isEqualTo(within);
    }

    @Test
    void a_local_time_that_happens_twice_is_within_both_times() {
        TimeWindow window = new TimeWindow(PARIS, null, null, Set.of(), LocalTime.of(2, 30), LocalTime.of(2, 45));
        assertThat(window.contains(Instant.parse("2026-10-25T00:35:00Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-10-25T01:35:00Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-10-25T02:35:00Z"))).isFalse();
    }

    @Test
    void days_without_hours_are_whole_days() {
        TimeWindow sunday = new TimeWindow(PARIS, null, null, Set.of(DayOfWeek.SUNDAY), null, null);
        assertThat(sunday.contains(Instant.parse("2026-01-03T23:00:00Z"))).isTrue();
        assertThat(sunday.contains(Instant.parse("2026-01-04T23:00:00Z"))).isFalse();
    }
}
