package org.orderengine.spi.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order in which orders are listed. Orders that are equal in it are listed by id, character by character; ascending lists are
 * descending ones, read backwards. An order that has no value there is not listed.
 *
 * @param by what they are sorted by
 * @param isAscending whether the earliest or least come first
 */
public record OrderSort(By by, boolean isAscending) {

    /** What orders are sorted by. */
    public enum By {
        /** When they were placed. */
        PLACED,
        /** When they were last changed. */
        UPDATED,
        /** What they cost, in minor units, whatever the currency. */
        TOTAL,
        /** When their next work falls due. */
        DUE
    }

    /** Newest first. */
    public static final OrderSort NEWEST = new OrderSort(By.PLACED, false);

    /** The column that orders are sorted by; null for when they are due, which is not among the columns. */
    public @Nullable OrderColumn<?> column() {
        return switch (by) {
            case PLACED -> OrderColumn.PLACED_AT;
            case UPDATED -> OrderColumn.UPDATED_AT;
            case TOTAL -> OrderColumn.TOTAL;
            case DUE -> null;
        };
    }

    /**
     * Where an order with these values stands; null where it is not listed.
     *
     * @param due when its next work falls due; null when nothing will happen by itself
     */
    public @Nullable Long key(OrderIndex index, @Nullable Instant due) {
        return switch (by) {
            case PLACED -> Microseconds.since1970(index.placedAt());
            case UPDATED -> instant(index.get(OrderColumn.UPDATED_AT));
            case TOTAL -> index.get(OrderColumn.TOTAL);
            case DUE -> instant(due);
        };
    }

    private static @Nullable Long instant(@Nullable Instant instant) {
        return instant == null ? null : (Long) Microseconds.since1970(instant);
    }

    @Override
    public String toString() {
        return by.name().toLowerCase(java.util.Locale.ROOT) + (isAscending ? " ascending" : " descending");
    }
}
