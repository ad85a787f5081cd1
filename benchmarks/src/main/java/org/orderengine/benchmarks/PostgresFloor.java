package org.orderengine.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.TermValue;

/**
 * What is left of a life of an order on PostgreSQL when nothing is decided: as many durable transactions, each one statement and one
 * round trip, with the same rows and bytes in the same tables, terms and outbox included, written as by hand on a connection of its own.
 * For one thread.
 */
final class PostgresFloor {

    private static final String BEHIND =
            """
            , announced AS (INSERT INTO order_engine_outbox (order_id, revision) SELECT order_id, revision FROM written)
            INSERT INTO order_engine_history (order_id, revision, command_id, fingerprint, decided_at, events, %1$s)
            SELECT order_id, revision, ?, ?, ?, ?, %1$s FROM written"""
                    .formatted(Rows.NAMES);

    private static final String TERMS =
            """
            , gone AS (DELETE FROM order_engine_terms AS term USING unnest(?::text[], ?::text[]) AS going (kind, value)
                WHERE term.order_id = ? AND term.kind = going.kind AND term.value = going.value),
            come AS (INSERT INTO order_engine_terms (order_id, kind, value, placed_at)
                SELECT ?, kind, value, ? FROM unnest(?::text[], ?::text[]) AS coming (kind, value))""";

    private static final String INSERT =
            "WITH written AS (INSERT INTO order_engine_orders (order_id, revision, lease_epoch,"
                    + " due, claimable, document, " + Rows.NAMES + ") VALUES (?, 1, 0, ?, ?, ?, " + Rows.PLACES
                    + ") RETURNING order_id, revision, " + Rows.NAMES + ")";

    private static final String UPDATE = "WITH written AS (UPDATE order_engine_orders SET "
            + Rows.text(Rows.MOVING, column -> column.name() + " = ?")
            + ", revision = ?, due = ?, claimable = ?, document = ? WHERE order_id = ? AND revision = ?"
            + " RETURNING order_id, revision, " + Rows.NAMES + ")";

    private final List<Rows> lifecycle;
    private final Connection connection;

    /**
     * Writes to tables that are there.
     *
     * @param connection one that commits by itself
     */
    PostgresFloor(Connection connection, List<Commit> lifecycle) {
        this.connection = connection;
        this.lifecycle = lifecycle.stream().map(Rows::new).toList();
    }

    /** Writes the life of another order, one transaction per commit. */
    void run(long number, Instant now) throws SQLException {
        String orderId = Lifecycle.orderId(number);
        long shift =
                Rows.micros(now) - Rows.micros(lifecycle.get(0).commit.row().at());
        for (Rows rows : lifecycle) {
            boolean hasTerms = !rows.gone.isEmpty() || !rows.come.isEmpty();
            boolean isFirst = rows.commit.revision() == 1;
            String sql = (isFirst ? INSERT : UPDATE) + (hasTerms ? TERMS : "") + BEHIND;
            // The driver keeps the statement prepared on the server after the fifth time.
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int last = isFirst ? insert(statement, orderId, rows, shift) : update(statement, orderId, rows, shift);
                if (hasTerms) {
                    last = terms(statement, last, orderId, rows, shift);
                }
                statement.setString(last + 1, rows.commit.row().commandId());
                statement.setLong(last + 2, rows.commit.row().fingerprint());
                Rows.set(statement, last + 3, rows.commit.row().at(), shift);
                statement.setBytes(last + 4, rows.events);
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException(
                            "order " + orderId + " is not at revision " + (rows.commit.revision() - 1));
                }
            }
        }
    }

    private static int insert(PreparedStatement statement, String orderId, Rows rows, long shift) throws SQLException {
        OrderIndex index = rows.commit.index();
        statement.setString(1, orderId);
        Rows.set(statement, 2, index.due(), shift);
        Rows.set(statement, 3, index.due(), shift);
        statement.setBytes(4, rows.document);
        return Rows.set(statement, 4, OrderColumn.ALL, index, shift);
    }

    private static int update(PreparedStatement statement, String orderId, Rows rows, long shift) throws SQLException {
        OrderIndex index = rows.commit.index();
        int last = Rows.set(statement, 0, Rows.MOVING, index, shift);
        statement.setLong(last + 1, rows.commit.revision());
        Rows.set(statement, last + 2, index.due(), shift);
        Rows.set(statement, last + 3, index.due(), shift);
        statement.setBytes(last + 4, rows.document);
        statement.setString(last + 5, orderId);
        statement.setLong(last + 6, rows.commit.revision() - 1);
        return last + 6;
    }

    private int terms(PreparedStatement statement, int behind, String orderId, Rows rows, long shift)
            throws SQLException {
        int last = kindsAndValues(statement, behind, rows.gone);
        statement.setString(last + 1, orderId);
        statement.setString(last + 2, orderId);
        Rows.set(statement, last + 3, rows.commit.index().placedAt(), shift);
        return kindsAndValues(statement, last + 3, rows.come);
    }

    private int kindsAndValues(PreparedStatement statement, int behind, List<TermValue> terms) throws SQLException {
        statement.setArray(
                behind + 1,
                connection.createArrayOf(
                        "text", terms.stream().map(term -> term.kind().name()).toArray()));
        statement.setArray(
                behind + 2,
                connection.createArrayOf(
                        "text", terms.stream().map(TermValue::value).toArray()));
        return behind + 2;
    }
}
