package org.orderengine.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.orderengine.spi.store.Claim;

/** Claims in one statement of PostgreSQL's, in which callers that race pass over the rows that others have locked. */
final class SkippingClaiming implements Claiming {

    private record Claimed(Claim claim, long waitingSince) {}

    private static final Comparator<Claimed> BY_WAITING = Comparator.comparingLong(Claimed::waitingSince)
            .thenComparing(one -> one.claim().orderId());

    private final String statement;

    SkippingClaiming(Names names) {
        this.statement = names.in(
                """
                WITH due AS (
                    SELECT order_id, claimable FROM order_engine_orders
                    WHERE claimable <= ? ORDER BY claimable, order_id LIMIT ?
                    FOR UPDATE SKIP LOCKED)
                UPDATE order_engine_orders AS claimed
                SET lease_epoch = claimed.lease_epoch + 1, lease_owner = ?, lease_until = ?, claimable = ?
                FROM due WHERE claimed.order_id = due.order_id
                RETURNING claimed.order_id, claimed.revision, claimed.lease_epoch, due.claimable""");
    }

    @Override
    public List<Claim> claim(Database database, Instant now, Instant until, String owner, int limit) {
        long end = Micros.notBefore(until);
        List<Claimed> claimed = database.once("claiming due orders", null, session -> session.parameters(statement)
                .number(Micros.notAfter(now))
                .number(limit)
                .text(owner)
                .number(end)
                .number(end)
                .query(results -> {
                    List<Claimed> found = new ArrayList<>();
                    while (results.next()) {
                        Claim claim = new Claim(results.getString(1), results.getLong(2), results.getLong(3));
                        found.add(new Claimed(claim, results.getLong(4)));
                    }
                    return found;
                }));
        // The rows of an update come in no order.
        return claimed.stream().sorted(BY_WAITING).map(Claimed::claim).toList();
    }
}
