package org.orderengine.pricing.offer;

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
import org.orderengine.model.TimeWindow;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/** Reads the time at which an offer applies. */
final class WindowReader {

    private WindowReader() {}

    /** The window that was read: null without a fault where there is none. */
    record Read(@Nullable TimeWindow window, boolean isWrong) {}

    static Read read(ObjectFields when) {
        if (!when.has("window")) {
            return new Read(null, false);
        }
        ObjectFields fields = when.object("window", "zone", "from", "until", "days", "start", "end");
        if (fields == null || fields.required("zone", OfferKinds.TEXT) == null) {
            return new Read(null, true);
        }
        ZoneId zone = fields.optional("zone", parsed("a time zone, like \"Europe/Paris\"", ZoneId::of));
        ValueKind<LocalDateTime> moment = parsed("a date and time, like \"2026-11-11T00:00\"", LocalDateTime::parse);
        LocalDateTime from = fields.optional("from", moment);
        LocalDateTime until = fields.optional("until", moment);
        ValueKind<LocalTime> time = parsed("a time of day, like \"17:30\"", LocalTime::parse);
        LocalTime start = fields.optional("start", time);
        LocalTime end = fields.optional("end", time);
        Set<DayOfWeek> days = new LinkedHashSet<>();
        for (String name : OfferKinds.texts(fields, "days")) {
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

    private static boolean isLost(ObjectFields fields, String key, @Nullable Object read) {
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

    private static <T> ValueKind<T> parsed(String expected, Function<String, T> parse) {
        return ValueKind.ofText(expected, text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException malformed) {
                return null;
            }
        });
    }
}
