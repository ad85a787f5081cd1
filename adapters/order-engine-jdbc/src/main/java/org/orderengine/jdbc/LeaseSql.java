package org.orderengine.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Claim;

/**
 * Claims and releases orders (S5). The column {@code claimable} holds the later of an order's due instant and its lease's
 * end, so that one index answers who can be claimed, in which order, and when the next one can.
 */
final class LeaseSql {

    static final String ANY_CLAIMABLE = "SELECT 1 FROM order_engine_orders WHERE claimable <= ? LIMIT 1";

    static final String NEXT_CLAIMABLE =
            "SELECT claimable FROM order_engine_orders WHERE claimable IS NOT NULL ORDER BY claimable LIMIT 1";

    private static final String CLAIM =
            """
            UPDATE order_engine_orders
            SET lease_epoch = lease_epoch + 1, lease_owner = ?, lease_until = ?, claimable = ?
            WHERE order_id = ?""";

    private static final String RELEASE =
            """
            UPDATE order_engine_orders
            SET lease_owner = NULL, lease_until = NULL, due = ?, claimable = ?
            WHERE order_id = ? AND lease_epoch = ? AND revision = ?""";

    private static final String SET_ASIDE = RELEASE.replace("SET ", "SET parked = 1, ");

    private static final String RELEASE_COMMITTED =
            """
            UPDATE order_engine_orders
            SET lease_owner = NULL, lease_until = NULL, claimable = due
            WHERE order_id = ? AND lease_epoch = ?""";

    private final String selectClaimable;

    LeaseSql(Dialect dialect) {
        selectClaimable =
                """
                SELECT order_id, revision, lease_epoch FROM order_engine_orders
                WHERE claimable <= ? ORDER BY claimable, order_id LIMIT ?
                """
                        + dialect.lockClaimed();
    }

    String selectClaimable() {
        return selectClaimable;
    }

    /** Whether any order can be claimed. */
    boolean isAnyClaimable(Session session, Instant now) throws SQLException {
        return session.parameters(ANY_CLAIMABLE).number(Micros.notAfter(now)).query(results -> results.next());
    }

    List<Claim> claim(Session session, Instant now, Instant until, String owner, int limit) throws SQLException {
        List<Claim> claims = session.parameters(selectClaimable)
                .number(Micros.notAfter(now))
                .number(limit)
                .query(results -> {
                    List<Claim> found = new ArrayList<>();
                    while (results.next()) {
                        found.add(new Claim(results.getString(1), results.getLong(2), results.getLong(3) + 1));
                    }
                    return found;
                });
        long end = Micros.notBefore(until);
        for (Claim claim : claims) {
            session.parameters(CLAIM)
                    .text(owner)
                    .number(end)
                    .number(end)
                    .text(claim.orderId())
                    .update();
        }
        if (claims.isEmpty()) {
            session.undo();
        }
        return List.copyOf(claims);
    }

    boolean release(Session session, Claim claim, @Nullable Instant due) throws SQLException {
        return release(session, RELEASE, claim, due);
    }

    /** Gives a lease back, and shows the order among those that wait for a person. */
    boolean setAside(Session session, Claim claim, Instant due) throws SQLException {
        return release(session, SET_ASIDE, claim, due);
    }

    private static boolean release(Session session, String sql, Claim claim, @Nullable Instant due)
            throws SQLException {
        Long dueMicros = Micros.notBeforeOrNull(due);
        int released = session.parameters(sql)
                .number(dueMicros)
                .number(dueMicros)
                .text(claim.orderId())
                .number(claim.leaseEpoch())
                .number(claim.revision())
                .update();
        if (released == 0) {
            released = session.parameters(RELEASE_COMMITTED)
                    .text(claim.orderId())
                    .number(claim.leaseEpoch())
                    .update();
        }
        return released == 1;
    }

    Optional<Instant> nextDue(Session session) throws SQLException {
        return session.parameters(NEXT_CLAIMABLE)
                .query(results ->
                        results.next() ? Optional.of(Micros.toInstant(results.getLong(1))) : Optional.empty());
    }
}
