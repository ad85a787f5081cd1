package org.orderengine.pricing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.pricing.TimeWindow;

/** Reads the time at which an offer applies. */
final class WindowReader {

    private WindowReader() {}

    /** The window that was read: null without a fault where there is none. */
    record Read(@Nullable TimeWindow window, boolean isWrong) {}

    static Read read(JsonFields when) {
        if (!when.has("window")) {
            return new Read(null, false);
        }
        JsonFields fields = when.object("window", "zone", "from", "until", "days", "start", "end");
        if (fields == null || fields.requiredText("zone") == null) {
            return new Read(null, true);
        }
        ZoneId zone = fields.parsed("zone", parser("a time zone, like \"Europe/Paris\"", ZoneId::of));
        Function<String, LocalDateTime> moment =
                parser("a date and time, like \"2026-11-11T00:00\"", LocalDateTime::parse);
        LocalDateTime from = fields.parsed("from", moment);
        LocalDateTime until = fields.parsed("until", moment);
        Function<String, LocalTime> time = parser("a time of day, like \"17:30\"", LocalTime::parse);
        LocalTime start = fields.parsed("start", time);
        LocalTime end = fields.parsed("end", time);
        Set<DayOfWeek> days = new LinkedHashSet<>();
        for (String name : fields.texts("days")) {
            DayOfWeek day = fields.make("days", () -> day(name));
            if (day != null) {
                days.add(day);
            }
        }
        if (zone == null || isLost(fields, "from", from) || isLost(fields, "until", until)) {
            return new Read(null, true);
        }
        if (isLost(fields, "start", start) || isLost(fields, "end", end)) {
            return new Read(null, true);
        }
        TimeWindow window = when.make("window", () -> new TimeWindow(zone, from, until, days, start, end));
        return new Read(window, window == null);
    }

    private static boolean isLost(JsonFields fields, String key, @Nullable Object read) {
        return fields.has(key) && read == null;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("\"" + name + "\" is no day of the week, like \"monday\"");
    }

    private static <T> Function<String, T> parser(String expected, Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException malformed) {
                throw new IllegalArgumentException("expected " + expected + ", found \"" + text + "\"", malformed);
            }
        };
    }
}
