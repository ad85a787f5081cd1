package org.orderengine.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.StoredOrder;

/** Reads orders and their histories by the order's id (S1, S4, S7). */
final class ReadSql {

    private static final String LOAD =
            "SELECT order_id, revision, lease_epoch, document FROM order_engine_orders WHERE order_id = ?";

    private static final String HISTORY_COLUMNS =
            "SELECT revision, command_id, fingerprint, decided_at, events FROM order_engine_history ";

    private static final String COMMAND = HISTORY_COLUMNS + "WHERE order_id = ? AND command_id = ?";

    private static final String HISTORY =
            HISTORY_COLUMNS + "WHERE order_id = ? AND revision >= ? ORDER BY revision LIMIT ?";

    private final String load;
    private final String command;
    private final String history;

    ReadSql(Names names) {
        load = names.in(LOAD);
        command = names.in(COMMAND);
        history = names.in(HISTORY);
    }

    Optional<StoredOrder> load(Session session, String orderId) throws SQLException {
        return session.parameters(load)
                .text(orderId)
                .query(results -> results.next() ? Optional.of(order(results)) : Optional.empty());
    }

    Optional<HistoryRow> findCommand(Session session, String orderId, String commandId) throws SQLException {
        return session.parameters(command)
                .text(orderId)
                .text(commandId)
                .query(results -> results.next() ? Optional.of(row(results)) : Optional.empty());
    }

    List<HistoryRow> history(Session session, String orderId, long fromRevision, int limit) throws SQLException {
        return session.parameters(history)
                .text(orderId)
                .number(fromRevision)
                .number(limit)
                .query(results -> {
                    List<HistoryRow> rows = new ArrayList<>();
                    while (results.next()) {
                        rows.add(row(results));
                    }
                    return List.copyOf(rows);
                });
    }

    /** The order of a row that begins with id, revision, lease epoch and document. */
    static StoredOrder order(ResultSet results) throws SQLException {
        byte[] document = results.getBytes(4);
        return new StoredOrder(results.getString(1), results.getLong(2), results.getLong(3), () -> document);
    }

    private static HistoryRow row(ResultSet results) throws SQLException {
        byte[] events = results.getBytes(5);
        return new HistoryRow(
                results.getLong(1),
                results.getString(2),
                results.getLong(3),
                Micros.toInstant(results.getLong(4)),
                () -> events);
    }
}
