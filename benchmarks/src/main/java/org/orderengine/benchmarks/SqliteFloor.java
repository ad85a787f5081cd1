package org.orderengine.benchmarks;

import static java.util.stream.Collectors.joining;

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
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;

/**
 * What is left of a life of an order when nothing is decided: as many durable SQLite transactions, with the same rows and the
 * same bytes in the same tables, written with plain JDBC as by hand. No order is read, priced, decided or encoded. An engine
 * on the same disk cannot be faster than this; how near it comes is its own cost.
 */
final class SqliteFloor implements AutoCloseable {

    private static final List<OrderColumn<?>> MOVING =
            OrderColumn.ALL.stream().filter(column -> !column.isSteady()).toList();

    private static final String INSERT_ORDER =
            "INSERT INTO order_engine_orders (order_id, revision, lease_epoch, due, claimable, document"
                    + OrderColumn.ALL.stream()
                            .map(column -> ", " + column.name())
                            .collect(joining())
                    + ") VALUES (?, 1, 0, ?, ?, ?" + ", ?".repeat(OrderColumn.ALL.size()) + ")";

    private static final String UPDATE_ORDER = "UPDATE order_engine_orders SET "
            + MOVING.stream().map(column -> column.name() + " = ?, ").collect(joining())
            + "revision = ?, due = ?, claimable = ?, document = ? WHERE order_id = ? AND revision = ?";

    private static final String INSERT_HISTORY =
            "INSERT INTO order_engine_history (order_id, revision, command_id, fingerprint, decided_at, events"
                    + OrderColumn.ALL.stream()
                            .map(column -> ", " + column.name())
                            .collect(joining())
                    + ") VALUES (?, ?, ?, ?, ?, ?" + ", ?".repeat(OrderColumn.ALL.size()) + ")";

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
        insertOrder.setBytes(4, written.document);
        setColumns(insertOrder, 4, OrderColumn.ALL, index, shift);
        insertOrder.executeUpdate();
    }

    private void update(String orderId, Written written, long shift) throws SQLException {
        Commit commit = written.commit;
        OrderIndex index = commit.index();
        int last = setColumns(updateOrder, 0, MOVING, index, shift);
        updateOrder.setLong(last + 1, commit.revision());
        setInstant(updateOrder, last + 2, index.due(), shift);
        setInstant(updateOrder, last + 3, index.due(), shift);
        updateOrder.setBytes(last + 4, written.document);
        updateOrder.setString(last + 5, orderId);
        updateOrder.setLong(last + 6, commit.revision() - 1);
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
        setColumns(insertHistory, 6, OrderColumn.ALL, commit.index(), shift);
        insertHistory.executeUpdate();
    }

    /** Sets the columns behind a position, and says which position is the last one then. */
    private static int setColumns(
            PreparedStatement statement, int behind, List<OrderColumn<?>> columns, OrderIndex index, long shift)
            throws SQLException {
        int position = behind;
        for (OrderColumn<?> column : columns) {
            Object value = index.get(column);
            position++;
            switch (column.type()) {
                case TEXT -> statement.setString(position, (String) value);
                case FLAG -> statement.setInt(position, Boolean.TRUE.equals(value) ? 1 : 0);
                case NUMBER -> statement.setObject(position, value);
                case INSTANT -> setInstant(statement, position, (Instant) value, shift);
            }
        }
        return position;
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
