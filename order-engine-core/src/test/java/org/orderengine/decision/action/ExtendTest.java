package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Then;

/** {@code extend} gives a running timer more time, whether the process names it or not. */
class ExtendTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void the_only_timer_runs_longer() {
        Then then = anOrder().placed().when("extend", "by", "PT1H").thenIn("created");
        assertThat(then.order().flow().timers()).singleElement().satisfies(timer -> assertThat(timer.due())
                .isEqualTo(NOON.plus(Duration.ofMinutes(90))));
    }

    @Test
    void it_is_refused_without_a_time_or_with_two() {
        anOrder().placed().when("extend").thenRefused(Codes.BAD_PAYLOAD);
        anOrder()
                .placed()
                .when("extend", "by", "PT1H", "until", "2026-01-02T12:00:00Z")
                .thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void it_is_refused_for_a_time_that_is_no_later() {
        anOrder().placed().when("extend", "until", "2026-01-01T12:10:00Z").thenRefused(Codes.DEADLINE_OUT_OF_BOUNDS);
    }

    @Test
    void it_is_refused_for_a_timer_that_does_not_run() {
        anOrder().placed().when("extend", "timer", "late", "by", "PT1H").thenRefused(Codes.UNKNOWN_TIMER);
    }

    @Test
    void it_is_refused_after_the_end() {
        anOrder().cancelled().when("extend", "by", "PT1H").thenRefused(Codes.ORDER_ENDED);
    }
}
