package org.orderengine.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.orderengine.spi.store.FeedStore;

/**
 * Gathers by compare and set: what waits is read first, and then moved in one short transaction that begins by raising the number in the
 * sequencer's row. Where that is not the one that was read, another caller came first, and nothing is done.
 *
 * <p>Commits are taken by order and revision, so that nothing is asked of how a database gives out numbers: who sees a revision of an order
 * sees those before it.
 */
final class ComparingGathering implements Gathering {

    private static final String OPERATION = "gathering the feed";

    /** The most rows of one statement. */
    private static final int MOST = 200;

    private record Waiting(String orderId, long revision) {}

    private record Batch(long position, List<Waiting> commits) {}

    private final Names names;
    private final String position;
    private final String waiting;
    private final String raise;

    ComparingGathering(Names names) {
        this.names = names;
        this.position = names.in("SELECT position FROM order_engine_sequencer WHERE id = 1");
        this.waiting = names.in("SELECT order_id, revision FROM order_engine_outbox ORDER BY order_id, revision LIMIT "
                + FeedStore.BATCH);
        this.raise = names.in("UPDATE order_engine_sequencer SET position = ? WHERE id = 1 AND position = ?");
    }

    @Override
    public int gather(Database database) {
        Batch batch = database.read(OPERATION, null, this::batch);
        if (batch.commits().isEmpty()) {
            return 0;
        }
        return database.write(OPERATION, null, session -> move(session, batch))
                ? batch.commits().size()
                : 0;
    }

    /** The number is read before what waits: if nobody raised it since, all of that still waits. */
    private Batch batch(Session session) throws SQLException {
        long last = session.parameters(position).query(results -> results.next() ? results.getLong(1) : 0);
        return new Batch(last, session.parameters(waiting).query(results -> {
            List<Waiting> commits = new ArrayList<>();
            while (results.next()) {
                commits.add(new Waiting(results.getString(1), results.getLong(2)));
            }
            return commits;
        }));
    }

    private boolean move(Session session, Batch batch) throws SQLException {
        List<Waiting> commits = batch.commits();
        long last = batch.position();
        if (session.parameters(raise).number(last + commits.size()).number(last).update() == 0) {
            session.undo();
            return false;
        }
        for (int from = 0; from < commits.size(); from += MOST) {
            List<Waiting> some = commits.subList(from, Math.min(from + MOST, commits.size()));
            insert(session, some, last + from);
            delete(session, some);
        }
        return true;
    }

    private void insert(Session session, List<Waiting> commits, long last) throws SQLException {
        String sql = names.in("INSERT INTO order_engine_feed (position, order_id, revision) VALUES "
                + Dialect.rows("(?, ?, ?)", commits.size()));
        try (PreparedStatement statement = session.prepare(sql)) {
            Parameters parameters = Parameters.of(statement);
            long place = last;
            for (Waiting commit : commits) {
                parameters.number(++place).text(commit.orderId()).number(commit.revision());
            }
            parameters.update();
        }
    }

    private void delete(Session session, List<Waiting> commits) throws SQLException {
        String sql = names.in("DELETE FROM order_engine_outbox WHERE (order_id, revision) IN ("
                + Dialect.rows("(?, ?)", commits.size()) + ")");
        try (PreparedStatement statement = session.prepare(sql)) {
            Parameters parameters = Parameters.of(statement);
            for (Waiting commit : commits) {
                parameters.text(commit.orderId()).number(commit.revision());
            }
            parameters.update();
        }
    }
}
