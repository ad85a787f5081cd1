package org.orderengine.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.TermValue;

/**
 * What is left of a life of an order when nothing is decided: as many durable SQLite transactions, with the same rows and the
 * same bytes in the same tables, written with plain JDBC as by hand. No order is read, priced, decided or encoded. An engine
 * on the same disk cannot be faster than this; how near it comes is its own cost.
 */
final class SqliteFloor implements AutoCloseable {

    private static final String INSERT_ORDER =
            "INSERT INTO order_engine_orders (order_id, revision, lease_epoch, due, claimable, document, " + Rows.NAMES
                    + ") VALUES (?, 1, 0, ?, ?, ?, " + Rows.PLACES + ")";

    private static final String UPDATE_ORDER = "UPDATE order_engine_orders SET "
            + Rows.text(Rows.MOVING, column -> column.name() + " = ?")
            + ", revision = ?, due = ?, claimable = ?, document = ? WHERE order_id = ? AND revision = ?";

    private static final String INSERT_HISTORY =
            "INSERT INTO order_engine_history (order_id, revision, command_id, fingerprint, decided_at, events, "
                    + Rows.NAMES + ") VALUES (?, ?, ?, ?, ?, ?, " + Rows.PLACES + ")";

    private static final String INSERT_TERM =
            "INSERT INTO order_engine_terms (order_id, kind, value, placed_at) VALUES (?, ?, ?, ?)";

    private static final String DELETE_TERM =
            "DELETE FROM order_engine_terms WHERE order_id = ? AND kind = ? AND value = ?";

    private final Connection connection;
    private final PreparedStatement insertOrder;
    private final PreparedStatement updateOrder;
    private final PreparedStatement insertHistory;

    private final PreparedStatement insertTerm;
    private final PreparedStatement deleteTerm;
    private final List<Rows> lifecycle;

    /** Makes the tables in a new file as the store does. */
    SqliteFloor(Path file, List<Commit> lifecycle) throws SQLException {
        JdbcOrderStore.sqlite(file).close();
        this.lifecycle = lifecycle.stream().map(Rows::new).toList();
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement settings = connection.createStatement()) {
            settings.execute("PRAGMA journal_mode = WAL");
            settings.execute("PRAGMA synchronous = FULL");
        }
        connection.setAutoCommit(false);
        insertOrder = connection.prepareStatement(INSERT_ORDER);
        updateOrder = connection.prepareStatement(UPDATE_ORDER);
        insertHistory = connection.prepareStatement(INSERT_HISTORY);
        insertTerm = connection.prepareStatement(INSERT_TERM);
        deleteTerm = connection.prepareStatement(DELETE_TERM);
    }

    /** Writes the life of another order, one transaction per commit. */
    void run(long number, Instant now) throws SQLException {
        String orderId = Lifecycle.orderId(number);
        long began = Rows.micros(lifecycle.get(0).commit.row().at());
        long shift = Rows.micros(now) - began;
        for (Rows written : lifecycle) {
            Commit commit = written.commit;
            if (commit.revision() == 1) {
                insert(orderId, written, shift);
            } else {
                update(orderId, written, shift);
            }
            append(orderId, written, shift);
            terms(orderId, written, shift);
            connection.commit();
        }
    }

    private void insert(String orderId, Rows written, long shift) throws SQLException {
        OrderIndex index = written.commit.index();
        insertOrder.setString(1, orderId);
        Rows.set(insertOrder, 2, index.due(), shift);
        Rows.set(insertOrder, 3, index.due(), shift);
        insertOrder.setBytes(4, written.document);
        Rows.set(insertOrder, 4, OrderColumn.ALL, index, shift);
        insertOrder.executeUpdate();
    }

    private void update(String orderId, Rows written, long shift) throws SQLException {
        Commit commit = written.commit;
        OrderIndex index = commit.index();
        int last = Rows.set(updateOrder, 0, Rows.MOVING, index, shift);
        updateOrder.setLong(last + 1, commit.revision());
        Rows.set(updateOrder, last + 2, index.due(), shift);
        Rows.set(updateOrder, last + 3, index.due(), shift);
        updateOrder.setBytes(last + 4, written.document);
        updateOrder.setString(last + 5, orderId);
        updateOrder.setLong(last + 6, commit.revision() - 1);
        if (updateOrder.executeUpdate() != 1) {
            throw new IllegalStateException("order " + orderId + " is not at revision " + (commit.revision() - 1));
        }
    }

    private void append(String orderId, Rows written, long shift) throws SQLException {
        Commit commit = written.commit;
        insertHistory.setString(1, orderId);
        insertHistory.setLong(2, commit.revision());
        insertHistory.setString(3, commit.row().commandId());
        insertHistory.setLong(4, commit.row().fingerprint());
        Rows.set(insertHistory, 5, commit.row().at(), shift);
        insertHistory.setBytes(6, written.events);
        Rows.set(insertHistory, 6, OrderColumn.ALL, commit.index(), shift);
        insertHistory.executeUpdate();
    }

    private void terms(String orderId, Rows written, long shift) throws SQLException {
        for (TermValue term : written.gone) {
            deleteTerm.setString(1, orderId);
            deleteTerm.setString(2, term.kind().name());
            deleteTerm.setString(3, term.value());
            deleteTerm.executeUpdate();
        }
        for (TermValue term : written.come) {
            insertTerm.setString(1, orderId);
            insertTerm.setString(2, term.kind().name());
            insertTerm.setString(3, term.value());
            Rows.set(insertTerm, 4, written.commit.index().placedAt(), shift);
            insertTerm.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
