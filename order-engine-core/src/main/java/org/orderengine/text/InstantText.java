package org.orderengine.text;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How instants are written: ISO-8601 in UTC, as {@link Instant#toString} writes them, with 0, 3, 6 or 9 digits of the second's
 * fraction. The usual years go a way of their own, which is several times as fast.
 */
public final class InstantText {

    /** The length of {@code 2025-03-01T10:00:00.123456789Z}. */
    public static final int LONGEST = 30;

    private static final String BLANK = "yyyy-MM-ddTHH:mm:ss";
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() + 1;

    private InstantText() {}

    /** Writes an instant of the years 0 to 9999 to the start of {@code target}; the length, or -1 for other years. */
    public static int write(Instant instant, char[] target) {
        long second = instant.getEpochSecond();
        if (second < YEAR_0 || second >= YEAR_10000) {
            return -1;
        }
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_PER_DAY));
        int ofDay = (int) Math.floorMod(second, SECONDS_PER_DAY);
        BLANK.getChars(0, BLANK.length(), target, 0);
        digits(target, 0, 4, day.getYear());
        digits(target, 5, 2, day.getMonthValue());
        digits(target, 8, 2, day.getDayOfMonth());
        digits(target, 11, 2, ofDay / 3600);
        digits(target, 14, 2, ofDay / 60 % 60);
        digits(target, 17, 2, ofDay % 60);
        int end = fraction(target, 19, instant.getNano());
        target[end] = 'Z';
        return end + 1;
    }

    /**
     * The instant that {@code text} states.
     *
     * @throws java.time.DateTimeException if it states none
     */
    public static Instant read(String text) {
        int end = text.length() - 1;
        boolean isUsual = end >= 19
                && end <= 29
                && text.charAt(end) == 'Z'
                && (end == 19 || (end > 20 && text.charAt(19) == '.'));
        boolean isDay = isUsual && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T';
        if (!isDay || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return Instant.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int fraction = end == 19 ? 0 : number(text, 20, end);
        boolean isNumber = (year | month | day | hour | minute | second | fraction) >= 0;
        if (!isNumber || hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        for (int digit = end - 20; digit < 9 && end > 19; digit++) {
            fraction *= 10;
        }
        return Instant.ofEpochSecond(days * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second, fraction);
    }

    private static int fraction(char[] target, int start, int nanos) {
        if (nanos == 0) {
            return start;
        }
        target[start] = '.';
        if (nanos % 1_000 != 0) {
            return digits(target, start + 1, 9, nanos);
        }
        int micros = nanos / 1_000;
        return micros % 1_000 == 0
                ? digits(target, start + 1, 3, micros / 1_000)
                : digits(target, start + 1, 6, micros);
    }

    private static int digits(char[] target, int start, int count, int value) {
        int rest = value;
        for (int i = start + count - 1; i >= start; i--) {
            target[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return start + count;
    }

    /** The number that stands between two places, or -1 where one is no digit. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
