package org.orderengine.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Claim;

/**
 * Gives leases back, and tells when the next order can be claimed (S5). The column {@code claimable} holds the later of an order's
 * due instant and its lease's end, so that one index answers who can be claimed, in which order, and when the next one can.
 */
final class LeaseSql {

    private static final String RELEASE =
            """
            UPDATE order_engine_orders
            SET lease_owner = NULL, lease_until = NULL, due = ?, claimable = ?
            WHERE order_id = ? AND lease_epoch = ? AND revision = ?""";

    private static final String RELEASE_COMMITTED =
            """
            UPDATE order_engine_orders
            SET lease_owner = NULL, lease_until = NULL, claimable = due
            WHERE order_id = ? AND lease_epoch = ?""";

    private final String release;
    private final String setAside;
    private final String releaseCommitted;
    private final String nextClaimable;

    LeaseSql(Names names) {
        release = names.in(RELEASE);
        setAside = names.in(RELEASE.replace("SET ", "SET parked = 1, "));
        releaseCommitted = names.in(RELEASE_COMMITTED);
        nextClaimable = names.in(
                "SELECT claimable FROM order_engine_orders WHERE claimable IS NOT NULL ORDER BY claimable LIMIT 1");
    }

    /** The query for the next order that can be claimed. */
    String nextClaimable() {
        return nextClaimable;
    }

    boolean release(Session session, Claim claim, @Nullable Instant due) throws SQLException {
        return release(session, release, claim, due);
    }

    /** Gives a lease back, and shows the order among those that wait for a person. */
    boolean setAside(Session session, Claim claim, Instant due) throws SQLException {
        return release(session, setAside, claim, due);
    }

    private boolean release(Session session, String sql, Claim claim, @Nullable Instant due) throws SQLException {
        Long dueMicros = Micros.notBeforeOrNull(due);
        int released = session.parameters(sql)
                .number(dueMicros)
                .number(dueMicros)
                .text(claim.orderId())
                .number(claim.leaseEpoch())
                .number(claim.revision())
                .update();
        if (released == 0) {
            released = session.parameters(releaseCommitted)
                    .text(claim.orderId())
                    .number(claim.leaseEpoch())
                    .update();
        }
        return released == 1;
    }

    Optional<Instant> nextDue(Session session) throws SQLException {
        return session.parameters(nextClaimable)
                .query(results ->
                        results.next() ? Optional.of(Micros.toInstant(results.getLong(1))) : Optional.empty());
    }
}
