package org.orderengine.spi.store;

import java.util.List;

/**
 * A query that is not answered, with a code that says why; {@code docs/errors.md} explains each. Nothing was changed.
 */
public final class QueryRefusedException extends RuntimeException {

    /** The store would have to look at too many orders for one page or one count. */
    public static final String TOO_WIDE = "query-too-wide";

    /** The sums would be over too many orders. */
    public static final String SUMS_TOO_WIDE = "sums-too-wide";

    /** The figures would be of too many orders' histories. */
    public static final String FLOW_TOO_WIDE = "flow-too-wide";

    /** The cursor is none, or belongs to a query with other conditions. */
    public static final String CURSOR_UNFIT = "cursor-unfit";

    /** The text is no place in the feed. */
    public static final String POSITION_UNFIT = "position-unfit";

    /** Terms of a sealed kind are found whole only. */
    public static final String TERM_SEALED = "term-sealed";

    /** The JSON form of criteria says nothing that can be looked for. */
    public static final String UNREADABLE = "criteria-unreadable";

    private static final long serialVersionUID = 1L;

    private final String code;

    private QueryRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The code, in kebab-case. */
    public String code() {
        return code;
    }

    /** More orders than the budget would have to be looked at. */
    public static QueryRefusedException tooWide(OrderCriteria criteria) {
        return new QueryRefusedException(
                TOO_WIDE,
                "Orders by " + criteria.withoutValues() + ": more than " + OrderCriteria.SCAN_BUDGET
                        + " would have to be looked at. Add a condition that few orders meet, such as a buyer, a term or a shorter"
                        + " time, or sort by placed");
    }

    /** More orders than can be summed. */
    public static QueryRefusedException sumsTooWide(OrderCriteria criteria) {
        return new QueryRefusedException(
                SUMS_TOO_WIDE,
                "Sums over orders by " + criteria.withoutValues() + ": these may be more than "
                        + OrderCriteria.SUM_BUDGET + ". Ask for a shorter time or for fewer orders");
    }

    /** More histories than figures are made of. */
    public static QueryRefusedException flowTooWide(OrderCriteria criteria, int most) {
        return new QueryRefusedException(
                FLOW_TOO_WIDE,
                "The flow of orders by " + criteria.withoutValues() + ": these are more than " + most
                        + ". Ask for a shorter time or for fewer orders");
    }

    /** The cursor does not belong to the query. */
    public static QueryRefusedException cursorUnfit() {
        return new QueryRefusedException(
                CURSOR_UNFIT,
                "The cursor was not given for this query. Give one as the page before gave it, with the same conditions and sort");
    }

    /** A place in the feed that is none. */
    public static QueryRefusedException positionUnfit() {
        return new QueryRefusedException(
                POSITION_UNFIT,
                "The position is none of this feed. Give one as the feed gave it, or none to begin at its beginning");
    }

    /** The JSON form of criteria cannot be understood, for these reasons. */
    public static QueryRefusedException unreadable(List<String> wrong) {
        return new QueryRefusedException(UNREADABLE, "The criteria cannot be understood: " + String.join("; ", wrong));
    }

    /** A sealed term was asked for by its beginning. */
    public static QueryRefusedException termSealed(OrderTerm kind) {
        return new QueryRefusedException(
                TERM_SEALED,
                "Terms of the kind " + kind + " are sealed, so they are found whole only. Ask for the whole term");
    }
}
