package org.orderengine.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.FeedSubscription;

/** Keeps where each subscription has come to (S12), one row each, changed by compare and set on its version. */
final class SubscriptionSql {

    private static final String COLUMNS =
            "version, position, lease_owner, lease_until, failed_at, failed_times, retry_at, problem";

    private final String insert;
    private final String select;
    private final String update;
    private final String delete;

    SubscriptionSql(Dialect dialect, Names names) {
        insert = names.in(
                dialect.insertMissing("order_engine_subscriptions", "name, version, position", "(?, 1, ?)", 1));
        select = names.in("SELECT name, " + COLUMNS + " FROM order_engine_subscriptions ORDER BY name");
        update = names.in(
                """
                UPDATE order_engine_subscriptions
                SET version = ?, position = ?, lease_owner = ?, lease_until = ?, failed_at = ?, failed_times = ?, retry_at = ?,
                    problem = ?
                WHERE name = ? AND version = ?""");
        delete = names.in("DELETE FROM order_engine_subscriptions WHERE name = ?");
    }

    boolean insert(Session session, String name, @Nullable String start) throws SQLException {
        return session.parameters(insert).text(name).text(start).update() == 1;
    }

    List<FeedSubscription> all(Session session) throws SQLException {
        return session.parameters(select).query(results -> {
            List<FeedSubscription> found = new ArrayList<>();
            while (results.next()) {
                found.add(subscription(results));
            }
            return List.copyOf(found);
        });
    }

    boolean update(Session session, FeedSubscription changed) throws SQLException {
        FeedSubscription.Lease lease = changed.lease();
        FeedSubscription.Trouble trouble = changed.trouble();
        return session.parameters(update)
                        .number(changed.version())
                        .text(changed.position())
                        .text(lease == null ? null : lease.owner())
                        .number(lease == null ? null : (Long) Micros.notBefore(lease.until()))
                        .text(trouble == null ? null : trouble.position())
                        .number(trouble == null ? null : (Long) trouble.times())
                        .number(trouble == null ? null : Micros.notBeforeOrNull(trouble.retryAt()))
                        .text(trouble == null ? null : trouble.problem())
                        .text(changed.name())
                        .number(changed.version() - 1)
                        .update()
                == 1;
    }

    boolean delete(Session session, String name) throws SQLException {
        return session.parameters(delete).text(name).update() == 1;
    }

    private static FeedSubscription subscription(ResultSet results) throws SQLException {
        String owner = results.getString(4);
        FeedSubscription.Lease lease =
                owner == null ? null : new FeedSubscription.Lease(owner, Micros.toInstant(results.getLong(5)));
        String failedAt = results.getString(6);
        FeedSubscription.Trouble trouble = null;
        if (failedAt != null) {
            long times = results.getLong(7);
            long retryAt = results.getLong(8);
            trouble = new FeedSubscription.Trouble(
                    failedAt,
                    times,
                    results.wasNull() ? null : Micros.toInstant(retryAt),
                    String.valueOf(results.getString(9)));
        }
        return new FeedSubscription(results.getString(1), results.getLong(2), results.getString(3), lease, trouble);
    }
}
