package org.orderengine.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderIndex;

/**
 * What is left of a life of an order when nothing is decided: as many durable SQLite transactions, with the same rows and the
 * same bytes in the same tables, written with plain JDBC as by hand. No order is read, priced, decided or encoded. An engine
 * on the same disk cannot be faster than this; how near it comes is its own cost.
 */
final class SqliteFloor implements AutoCloseable {

    private static final String INSERT_ORDER =
            """
            INSERT INTO order_engine_orders (order_id, revision, lease_epoch, due, claimable, placed_at, process,
                process_version, state, ended, parked, backordered, buyer, business, channel, merchant, document)
            VALUES (?, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE_ORDER =
            """
            UPDATE order_engine_orders
            SET revision = ?, state = ?, ended = ?, parked = ?, backordered = ?, due = ?, claimable = ?, document = ?
            WHERE order_id = ? AND revision = ?""";

    private static final String INSERT_HISTORY =
            """
            INSERT INTO order_engine_history (order_id, revision, command_id, fingerprint, decided_at, events)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final PreparedStatement insertOrder;
    private final PreparedStatement updateOrder;
    private final PreparedStatement insertHistory;

    /** A commit, its documents written out beforehand. */
    private static final class Written {
        final Commit commit;
        final byte[] document;
        final byte[] events;

        Written(Commit commit) {
            this.commit = commit;
            this.document = commit.document().bytes();
            this.events = commit.row().events().bytes();
        }
    }

    private final List<Written> lifecycle;

    /** Makes the tables in a new file as the store does. */
    SqliteFloor(Path file, List<Commit> lifecycle) throws SQLException {
        JdbcOrderStore.sqlite(file).close();
        this.lifecycle = lifecycle.stream().map(Written::new).toList();
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement settings = connection.createStatement()) {
            settings.execute("PRAGMA journal_mode = WAL");
            settings.execute("PRAGMA synchronous = FULL");
        }
        connection.setAutoCommit(false);
        insertOrder = connection.prepareStatement(INSERT_ORDER);
        updateOrder = connection.prepareStatement(UPDATE_ORDER);
        insertHistory = connection.prepareStatement(INSERT_HISTORY);
    }

    /** Writes the life of another order, one transaction per commit. */
    void run(long number, Instant now) throws SQLException {
        String orderId = Lifecycle.orderId(number);
        long began = micros(lifecycle.get(0).commit.row().at());
        long shift = micros(now) - began;
        for (Written written : lifecycle) {
            Commit commit = written.commit;
            if (commit.revision() == 1) {
                insert(orderId, written, shift);
            } else {
                update(orderId, written, shift);
            }
            append(orderId, written, shift);
            connection.commit();
        }
    }

    private void insert(String orderId, Written written, long shift) throws SQLException {
        OrderIndex index = written.commit.index();
        insertOrder.setString(1, orderId);
        setInstant(insertOrder, 2, index.due(), shift);
        setInstant(insertOrder, 3, index.due(), shift);
        setInstant(insertOrder, 4, index.placedAt(), shift);
        insertOrder.setString(5, index.process());
        insertOrder.setInt(6, index.processVersion());
        insertOrder.setString(7, index.state());
        insertOrder.setInt(8, index.ended() ? 1 : 0);
        insertOrder.setInt(9, index.parked() ? 1 : 0);
        insertOrder.setInt(10, index.backordered() ? 1 : 0);
        insertOrder.setString(11, index.buyer());
        insertOrder.setString(12, index.business());
        insertOrder.setString(13, index.channel());
        insertOrder.setString(14, index.merchant());
        insertOrder.setBytes(15, written.document);
        insertOrder.executeUpdate();
    }

    private void update(String orderId, Written written, long shift) throws SQLException {
        Commit commit = written.commit;
        OrderIndex index = commit.index();
        updateOrder.setLong(1, commit.revision());
        updateOrder.setString(2, index.state());
        updateOrder.setInt(3, index.ended() ? 1 : 0);
        updateOrder.setInt(4, index.parked() ? 1 : 0);
        updateOrder.setInt(5, index.backordered() ? 1 : 0);
        setInstant(updateOrder, 6, index.due(), shift);
        setInstant(updateOrder, 7, index.due(), shift);
        updateOrder.setBytes(8, written.document);
        updateOrder.setString(9, orderId);
        updateOrder.setLong(10, commit.revision() - 1);
        if (updateOrder.executeUpdate() != 1) {
            throw new IllegalStateException("order " + orderId + " is not at revision " + (commit.revision() - 1));
        }
    }

    private void append(String orderId, Written written, long shift) throws SQLException {
        Commit commit = written.commit;
        insertHistory.setString(1, orderId);
        insertHistory.setLong(2, commit.revision());
        insertHistory.setString(3, commit.row().commandId());
        insertHistory.setLong(4, commit.row().fingerprint());
        setInstant(insertHistory, 5, commit.row().at(), shift);
        insertHistory.setBytes(6, written.events);
        insertHistory.executeUpdate();
    }

    private static void setInstant(PreparedStatement statement, int position, @Nullable Instant instant, long shift)
            throws SQLException {
        if (instant == null) {
            statement.setNull(position, Types.BIGINT);
        } else {
            statement.setLong(position, micros(instant) + shift);
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
