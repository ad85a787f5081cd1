package org.orderengine.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.QueryRefusedException;

/**
 * Reads the feed (S11). A place is a number; what follows it is read with the rows of the history and the columns that each commit left
 * there.
 */
final class FeedSql {

    /** How many columns of a row come before those that orders are found by. */
    private static final int BEFORE = 8;

    private final String rows;
    private final String rowsOfTenant;
    private final String end;
    private final String first;
    private final @Nullable String waiting;
    private final String firstWaiting;

    FeedSql(Dialect dialect, Names names) {
        String feed = dialect.feedTable();
        String joined =
                """
                SELECT place.position, place.order_id, done.revision, done.command_id, done.fingerprint, done.decided_at,
                    done.events, done.process, %s
                FROM (SELECT position, order_id, revision FROM %s WHERE position > ? ORDER BY position LIMIT ?) AS place
                LEFT JOIN order_engine_history AS done
                ON done.order_id = place.order_id AND done.revision = place.revision%s
                ORDER BY place.position""";
        String columns = Columns.ALL.text(column -> "done." + column.name(), ", ");
        rows = names.in(joined.formatted(columns, feed, ""));
        rowsOfTenant = names.in(joined.formatted(columns, feed, " AND done.tenant = ?"));
        end = names.in("SELECT COALESCE(MAX(position), 0) FROM " + feed);
        String decided =
                """
                SELECT done.decided_at FROM (SELECT order_id, revision FROM %s) AS place
                JOIN order_engine_history AS done ON done.order_id = place.order_id AND done.revision = place.revision""";
        first = names.in(decided.formatted(feed + " WHERE position > ? ORDER BY position LIMIT 1"));
        waiting = dialect.hasOutbox()
                ? names.in("SELECT COUNT(*) FROM (SELECT 1 FROM order_engine_outbox LIMIT " + FeedStore.BATCH
                        + ") AS waiting")
                : null;
        firstWaiting = names.in(decided.formatted("order_engine_outbox ORDER BY order_id, revision LIMIT 1"));
    }

    /** The number of a place. */
    static long number(@Nullable String place) {
        if (place == null) {
            return 0;
        }
        try {
            long number = Long.parseLong(place);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Refused below, as every other text that no feed gave.
        }
        throw QueryRefusedException.positionUnfit();
    }

    /** The place of a number; null for the beginning. */
    static @Nullable String place(long number) {
        return number == 0 ? null : Long.toString(number);
    }

    FeedPage read(Session session, long after, @Nullable String tenant, int limit) throws SQLException {
        Parameters parameters = session.parameters(tenant == null ? rows : rowsOfTenant)
                .number(after)
                .number(limit);
        return (tenant == null ? parameters : parameters.text(tenant)).query(results -> {
            List<FeedRow> found = new ArrayList<>();
            long last = after;
            int seen = 0;
            while (results.next()) {
                last = results.getLong(1);
                seen++;
                FeedRow row = row(results);
                if (row != null) {
                    found.add(row);
                }
            }
            return new FeedPage(found, place(last), seen == limit);
        });
    }

    /** A row; null where the commit is another tenant's, or is not kept any more. */
    private static @Nullable FeedRow row(ResultSet results) throws SQLException {
        byte[] events = results.getBytes(7);
        if (events == null) {
            return null;
        }
        HistoryRow row = new HistoryRow(
                results.getLong(3),
                results.getString(4),
                results.getLong(5),
                Micros.toInstant(results.getLong(6)),
                () -> events);
        boolean hasColumns = results.getString(BEFORE) != null;
        return new FeedRow(
                results.getString(1),
                results.getString(2),
                row,
                hasColumns ? Columns.ALL.index(results, BEFORE) : null);
    }

    long end(Session session) throws SQLException {
        return session.parameters(end).query(results -> results.next() ? results.getLong(1) : 0);
    }

    FeedLag lag(Session session, long after) throws SQLException {
        long behind = Math.max(0, end(session) - after);
        long more = waiting == null
                ? 0
                : session.parameters(waiting).query(results -> results.next() ? results.getLong(1) : 0);
        if (behind + more == 0) {
            return FeedLag.NONE;
        }
        Instant since = behind > 0
                ? instant(session.parameters(first).number(after))
                : instant(session.parameters(firstWaiting));
        return new FeedLag(behind + more, since);
    }

    private static @Nullable Instant instant(Parameters parameters) throws SQLException {
        return parameters
                .query(results ->
                        results.next() ? Optional.of(Micros.toInstant(results.getLong(1))) : Optional.<Instant>empty())
                .orElse(null);
    }
}
