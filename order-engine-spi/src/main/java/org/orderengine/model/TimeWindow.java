package org.orderengine.model;

import static org.orderengine.model.InvalidOfferException.require;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The time at which an offer applies, on the clocks of one zone: a span of dates, and within it days of the week and hours.
 *
 * <p>For example, weekdays from 17:00 to 19:00 in Paris. A window whose hours end before they start goes past midnight and
 * belongs to the day on which it starts. Beginnings are within, ends are not. When clocks change, it is the time that they
 * show that counts: a local time that happens twice is within both times.
 *
 * @param zone the zone whose clocks count
 * @param from the first moment; null without bound
 * @param until the end; null without bound
 * @param days days of the week; empty for all
 * @param start the time of day at which it starts; null with {@code end} for the whole day
 * @param end the time of day at which it ends
 */
public record TimeWindow(
        ZoneId zone,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until,
        Set<DayOfWeek> days,
        @Nullable LocalTime start,
        @Nullable LocalTime end) {

    public TimeWindow {
        days = Set.copyOf(days);
        require(
                from == null || until == null || from.isBefore(until),
                OfferCodes.OFFER_WINDOW_EMPTY,
                () -> "an offer's time ends at " + until + ", not after it starts at " + from);
        require(
                (start == null) == (end == null),
                OfferCodes.OFFER_WINDOW_CONTRADICTS,
                "an offer's hours have a start and an end, or neither");
        require(
                start == null || !start.equals(end),
                OfferCodes.OFFER_WINDOW_EMPTY,
                () -> "an offer's hours end when they start, at " + start);
    }

    /** The span between two moments on the clocks of a zone. */
    public static TimeWindow between(ZoneId zone, @Nullable LocalDateTime from, @Nullable LocalDateTime until) {
        return new TimeWindow(zone, from, until, Set.of(), null, null);
    }

    /** Whether that instant is within. */
    public boolean contains(Instant instant) {
        ZonedDateTime zoned = instant.atZone(zone);
        LocalDateTime local = zoned.toLocalDateTime();
        if ((from != null && local.isBefore(from)) || (until != null && !local.isBefore(until))) {
            return false;
        }
        if (start == null || end == null) {
            return isDay(local.toLocalDate());
        }
        LocalTime time = local.toLocalTime();
        if (start.isBefore(end)) {
            return !time.isBefore(start) && time.isBefore(end) && isDay(local.toLocalDate());
        }
        return time.isBefore(end)
                ? isDay(local.toLocalDate().minusDays(1))
                : !time.isBefore(start) && isDay(local.toLocalDate());
    }

    private boolean isDay(LocalDate date) {
        return days.isEmpty() || days.contains(date.getDayOfWeek());
    }
}
