package org.orderengine.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;

/**
 * Writes commits (S2 to S4): one statement for the order, one for its history.
 *
 * <p>Most commits leave the columns alone that say whose order it is. They are written by an update that compares these
 * columns instead of setting them, so that the database leaves their indexes alone too; only where that finds nothing to
 * update is it tried with all columns.
 */
final class CommitSql {

    private static final String INSERT_ORDER =
            """
            INSERT INTO order_engine_orders (order_id, revision, lease_epoch, due, claimable, %s, document)
            VALUES (?, 1, 0, ?, ?, %s, ?)
            ON CONFLICT (order_id) DO NOTHING"""
                    .formatted(Columns.ALL.text(OrderColumn::name, ", "), Columns.ALL.text(column -> "?", ", "));

    private static final String INSERT_HISTORY =
            """
            INSERT INTO order_engine_history (order_id, revision, command_id, fingerprint, decided_at, events)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (order_id, command_id) WHERE command_id IS NOT NULL DO NOTHING""";

    private static final String HAS_COMMAND =
            "SELECT 1 FROM order_engine_history WHERE order_id = ? AND command_id = ?";

    private static final String SET_MOVING = "UPDATE order_engine_orders\nSET revision = ?, "
            + Columns.MOVING.text(CommitSql::set, ", ") + ", document = ?, due = ?";

    private static final String KEEP_LEASE = ", claimable = CASE WHEN lease_until > ? THEN lease_until ELSE ? END";

    private static final String RELEASE_LEASE = ", claimable = ?, lease_owner = NULL, lease_until = NULL";

    private static final String SET_STEADY = ", " + Columns.STEADY.text(CommitSql::set, ", ");

    private static final String WHERE = "\nWHERE order_id = ? AND revision = ? AND lease_epoch = ?";

    private final String keepUpdate;
    private final String keepUpdateAll = SET_MOVING + KEEP_LEASE + SET_STEADY + WHERE;
    private final String releaseUpdate;
    private final String releaseUpdateAll = SET_MOVING + RELEASE_LEASE + SET_STEADY + WHERE;

    CommitSql(Dialect dialect) {
        String steady = "\nAND "
                + Columns.STEADY.text(
                        column -> column.name() + (column.isRequired() ? " = ?" : " " + dialect.same() + " ?"),
                        " AND ");
        keepUpdate = SET_MOVING + KEEP_LEASE + WHERE + steady;
        releaseUpdate = SET_MOVING + RELEASE_LEASE + WHERE + steady;
    }

    private static String set(OrderColumn<?> column) {
        return column.name() + " = ?";
    }

    /** Writes a commit in the transaction that runs. The bytes are those of its documents. */
    CommitResult write(Session session, Commit commit, byte[] document, byte[] events) throws SQLException {
        boolean follows =
                commit.revision() == 1 ? insert(session, commit, document) : update(session, commit, document);
        if (!follows) {
            session.undo();
            return hasCommand(session, commit.orderId(), commit.row().commandId())
                    ? CommitResult.DUPLICATE
                    : CommitResult.CONFLICT;
        }
        if (!append(session, commit, events)) {
            session.undo();
            return CommitResult.DUPLICATE;
        }
        return CommitResult.COMMITTED;
    }

    private static boolean insert(Session session, Commit commit, byte[] document) throws SQLException {
        if (commit.leaseEpoch() != 0) {
            return false;
        }
        OrderIndex index = commit.index();
        Long due = Micros.notBeforeOrNull(index.due());
        Parameters parameters = session.parameters(INSERT_ORDER)
                .text(commit.orderId())
                .number(due)
                .number(due);
        return Columns.ALL.set(parameters, index).bytes(document).update() == 1;
    }

    private boolean update(Session session, Commit commit, byte[] document) throws SQLException {
        boolean releases = commit.releasesLease();
        Parameters usual = moving(session, releases ? releaseUpdate : keepUpdate, commit, document);
        if (Columns.STEADY.set(guard(usual, commit), commit.index()).update() == 1) {
            return true;
        }
        Parameters all = moving(session, releases ? releaseUpdateAll : keepUpdateAll, commit, document);
        return guard(Columns.STEADY.set(all, commit.index()), commit).update() == 1;
    }

    private static Parameters moving(Session session, String sql, Commit commit, byte[] document) throws SQLException {
        OrderIndex index = commit.index();
        Long due = Micros.notBeforeOrNull(index.due());
        Parameters parameters = session.parameters(sql).number(commit.revision());
        Columns.MOVING.set(parameters, index).bytes(document).number(due).number(due);
        return commit.releasesLease() ? parameters : parameters.number(due);
    }

    private static Parameters guard(Parameters parameters, Commit commit) throws SQLException {
        return parameters.text(commit.orderId()).number(commit.revision() - 1).number(commit.leaseEpoch());
    }

    private static boolean append(Session session, Commit commit, byte[] events) throws SQLException {
        HistoryRow row = commit.row();
        return session.parameters(INSERT_HISTORY)
                        .text(commit.orderId())
                        .number(row.revision())
                        .text(row.commandId())
                        .number(row.fingerprint())
                        .number(Micros.notAfter(row.at()))
                        .bytes(events)
                        .update()
                == 1;
    }

    private static boolean hasCommand(Session session, String orderId, @Nullable String commandId) throws SQLException {
        return commandId != null
                && session.parameters(HAS_COMMAND).text(orderId).text(commandId).query(results -> results.next());
    }
}
