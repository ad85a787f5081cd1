package org.orderengine.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.orderengine.spi.store.Claim;

/**
 * Claims by compare and set: orders that look due are read, and each is claimed by an update that does nothing if another caller came
 * first. What is needed of a database is one row's update. A worker that finds nothing due has written nothing.
 */
final class CompareAndSetClaiming implements Claiming {

    private static final String OPERATION = "claiming due orders";

    private final String select;
    private final String update;
    private final boolean isTogether;

    /** @param isTogether whether orders are claimed in one transaction; otherwise each is in its own, wherever it lies */
    CompareAndSetClaiming(Names names, boolean isTogether) {
        this.select = names.in(
                """
                SELECT order_id, revision, lease_epoch FROM order_engine_orders
                WHERE claimable <= ? ORDER BY claimable, order_id LIMIT ?""");
        this.update = names.in(
                """
                UPDATE order_engine_orders
                SET lease_epoch = lease_epoch + 1, lease_owner = ?, lease_until = ?, claimable = ?
                WHERE order_id = ? AND lease_epoch = ? AND revision = ? AND claimable <= ?""");
        this.isTogether = isTogether;
    }

    /** The query for orders that are due. */
    String select() {
        return select;
    }

    @Override
    public List<Claim> claim(Database database, Instant now, Instant until, String owner, int limit) {
        while (true) {
            List<Claim> due = database.read("looking for due orders", null, session -> due(session, now, limit));
            if (due.isEmpty()) {
                return List.of();
            }
            List<Claim> claimed = isTogether
                    ? database.write(OPERATION, null, session -> claimed(session, due, now, until, owner))
                    : oneByOne(database, due, now, until, owner);
            // Each that was lost has gone on by another's hand, so looking again comes to an end.
            if (!claimed.isEmpty()) {
                return claimed;
            }
        }
    }

    private List<Claim> due(Session session, Instant now, int limit) throws SQLException {
        return session.parameters(select)
                .number(Micros.notAfter(now))
                .number(limit)
                .query(results -> {
                    List<Claim> found = new ArrayList<>();
                    while (results.next()) {
                        found.add(new Claim(results.getString(1), results.getLong(2), results.getLong(3) + 1));
                    }
                    return found;
                });
    }

    private List<Claim> oneByOne(Database database, List<Claim> due, Instant now, Instant until, String owner) {
        List<Claim> claimed = new ArrayList<>();
        for (Claim claim : due) {
            claimed.addAll(database.once(
                    OPERATION, claim.orderId(), session -> claimed(session, List.of(claim), now, until, owner)));
        }
        return List.copyOf(claimed);
    }

    private List<Claim> claimed(Session session, List<Claim> due, Instant now, Instant until, String owner)
            throws SQLException {
        long end = Micros.notBefore(until);
        List<Claim> claimed = new ArrayList<>();
        for (Claim claim : due) {
            int updated = session.parameters(update)
                    .text(owner)
                    .number(end)
                    .number(end)
                    .text(claim.orderId())
                    .number(claim.leaseEpoch() - 1)
                    .number(claim.revision())
                    .number(Micros.notAfter(now))
                    .update();
            if (updated == 1) {
                claimed.add(claim);
            }
        }
        return List.copyOf(claimed);
    }
}
