package org.orderengine.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.TermValue;

/**
 * Writes commits (S2 to S4): a statement for the order, one for its history with the columns as they then are, and one that announces it to
 * the feed. Where a database can, all are one statement, in one round trip: then the other rows are made from what the order's statement
 * gives back, and from nothing where it found nothing.
 *
 * <p>Some databases rewrite the indexes of each column that an update sets. Most commits leave the columns alone that say whose order
 * it is; there these are written by an update that compares them instead of setting them, and only where that finds nothing to update
 * is it tried with all columns.
 */
final class CommitSql {

    private static final String COLUMNS = Columns.ALL.text(OrderColumn::name, ", ");

    private static final String INSERT_ORDER =
            """
            INSERT INTO order_engine_orders (order_id, revision, lease_epoch, due, claimable, %s, document)
            VALUES (?, 1, 0, ?, ?, %s, ?)"""
                    .formatted(COLUMNS, Columns.ALL.text(column -> "?", ", "));

    private static final String INSERT_HISTORY =
            "INSERT INTO order_engine_history (order_id, revision, command_id, fingerprint, decided_at, events, "
                    + COLUMNS + ")\n";

    private static final String ROW_VALUES = "?, ?, ?, ?";

    private static final String INSERT_OUTBOX = "INSERT INTO order_engine_outbox (order_id, revision) ";

    /** The difference of the terms, within the one statement. Nothing is written of it where the order was not. */
    private static final String TERMS =
            """
            ,
            gone AS (
                DELETE FROM order_engine_terms AS term USING written, unnest(?::text[], ?::text[]) AS going (kind, value)
                WHERE term.order_id = ? AND term.kind = going.kind AND term.value = going.value),
            come AS (
                INSERT INTO order_engine_terms (order_id, kind, value, placed_at)
                SELECT ?, coming.kind, coming.value, ? FROM written, unnest(?::text[], ?::text[]) AS coming (kind, value)
                ON CONFLICT DO NOTHING)""";

    private static final String SET_MOVING = "UPDATE order_engine_orders\nSET revision = ?, "
            + Columns.MOVING.text(CommitSql::set, ", ") + ", document = ?, due = ?";

    private static final String KEEP_LEASE = ", claimable = CASE WHEN lease_until > ? THEN lease_until ELSE ? END";

    private static final String RELEASE_LEASE = ", claimable = ?, lease_owner = NULL, lease_until = NULL";

    private static final String SET_STEADY = ", " + Columns.STEADY.text(CommitSql::set, ", ");

    private static final String WHERE = "\nWHERE order_id = ? AND revision = ? AND lease_epoch = ?";

    private final Dialect dialect;
    private final boolean isAtOnce;
    private final boolean comparesSteady;
    private final String insert;
    private final String keep;
    private final String release;
    private final String keepSteady;
    private final String releaseSteady;
    private final String insertWithTerms;
    private final String keepWithTerms;
    private final String releaseWithTerms;
    private final TermSql terms;
    private final String append;
    private final @Nullable String announce;
    private final String hasCommand;

    CommitSql(Dialect dialect, Names names) {
        this.dialect = dialect;
        this.isAtOnce = dialect.commitsAtOnce();
        String same = dialect.same();
        this.comparesSteady = same != null;
        String steady = "\nAND "
                + Columns.STEADY.text(
                        column -> column.name() + (column.isRequired() ? " = ?" : " " + same + " ?"), " AND ");
        String keepAll = SET_MOVING + KEEP_LEASE + SET_STEADY + WHERE;
        String releaseAll = SET_MOVING + RELEASE_LEASE + SET_STEADY + WHERE;
        insert = names.in(order(INSERT_ORDER, ""));
        keep = names.in(order(keepAll, ""));
        release = names.in(order(releaseAll, ""));
        insertWithTerms = names.in(order(INSERT_ORDER, TERMS));
        keepWithTerms = names.in(order(keepAll, TERMS));
        releaseWithTerms = names.in(order(releaseAll, TERMS));
        terms = new TermSql(dialect, names);
        keepSteady = names.in(SET_MOVING + KEEP_LEASE + WHERE + steady);
        releaseSteady = names.in(SET_MOVING + RELEASE_LEASE + WHERE + steady);
        append = names.in(
                INSERT_HISTORY + "VALUES (?, ?, " + ROW_VALUES + ", " + Columns.ALL.text(column -> "?", ", ") + ")");
        announce = dialect.hasOutbox() ? names.in(INSERT_OUTBOX + "VALUES (?, ?)") : null;
        hasCommand = names.in("SELECT 1 FROM order_engine_history WHERE order_id = ? AND command_id = ?");
    }

    private String order(String statement, String more) {
        return isAtOnce
                ? "WITH written AS (" + statement + "\nRETURNING order_id, revision, " + COLUMNS + ")" + more
                        + ",\nannounced AS (" + INSERT_OUTBOX + "SELECT order_id, revision FROM written)\n"
                        + INSERT_HISTORY + "SELECT order_id, revision, " + ROW_VALUES + ", " + COLUMNS + " FROM written"
                : statement;
    }

    /** Whether a commit is one statement, which needs no transaction around it. */
    boolean isOneStatement(Commit commit) {
        return isAtOnce && commit.index().termsBefore() != null;
    }

    private static String set(OrderColumn<?> column) {
        return column.name() + " = ?";
    }

    /**
     * Writes a commit in the transaction that runs. The bytes are those of its documents.
     *
     * @return whether it was written; otherwise the order has gone on, or the command is in its history already
     */
    boolean write(Session session, Commit commit, byte[] document, byte[] events) throws SQLException {
        boolean isWritten;
        try {
            isWritten = commit.revision() == 1
                    ? commit.leaseEpoch() == 0 && insert(session, commit, document, events)
                    : update(session, commit, document, events);
        } catch (SQLException failure) {
            boolean isLost = session.isJoined() && dialect.isLostRace(failure);
            if (!isLost && !dialect.isDuplicateKey(failure)) {
                throw failure;
            }
            isWritten = false;
        }
        if (!isWritten) {
            session.undo();
        }
        return isWritten;
    }

    private boolean insert(Session session, Commit commit, byte[] document, byte[] events) throws SQLException {
        OrderIndex index = commit.index();
        Long due = Micros.notBeforeOrNull(index.due());
        Parameters parameters = session.parameters(hasTerms(commit) ? insertWithTerms : insert)
                .text(commit.orderId())
                .number(due)
                .number(due);
        return ends(session, Columns.ALL.set(parameters, index).bytes(document), commit, events);
    }

    private boolean update(Session session, Commit commit, byte[] document, byte[] events) throws SQLException {
        boolean releases = commit.releasesLease();
        if (comparesSteady) {
            Parameters usual = moving(session, releases ? releaseSteady : keepSteady, commit, document);
            if (ends(session, Columns.STEADY.set(guard(usual, commit), commit.index()), commit, events)) {
                return true;
            }
        }
        String sql = hasTerms(commit) ? (releases ? releaseWithTerms : keepWithTerms) : (releases ? release : keep);
        Parameters all = moving(session, sql, commit, document);
        return ends(session, guard(Columns.STEADY.set(all, commit.index()), commit), commit, events);
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

    /** Runs the order's statement, all of whose parameters are set, and what makes the history's row. */
    private boolean ends(Session session, Parameters order, Commit commit, byte[] events) throws SQLException {
        if (isAtOnce) {
            if (hasTerms(commit)) {
                terms(order, commit);
            }
            if (row(order, commit, events).update() == 0) {
                return false;
            }
        } else if (order.update() == 0) {
            return false;
        } else {
            append(session, commit, events);
        }
        if (!isOneStatement(commit)) {
            terms.write(session, commit.orderId(), commit.index());
        }
        return true;
    }

    private void append(Session session, Commit commit, byte[] events) throws SQLException {
        Parameters parameters =
                session.parameters(append).text(commit.orderId()).number(commit.revision());
        Columns.ALL.set(row(parameters, commit, events), commit.index()).update();
        if (announce != null) {
            session.parameters(announce)
                    .text(commit.orderId())
                    .number(commit.revision())
                    .update();
        }
    }

    /** Whether the one statement has to write terms too. */
    private boolean hasTerms(Commit commit) {
        return isOneStatement(commit)
                && !commit.index().terms().equals(commit.index().termsBefore());
    }

    private static void terms(Parameters parameters, Commit commit) throws SQLException {
        Set<TermValue> now = commit.index().terms();
        Set<TermValue> before = Objects.requireNonNull(commit.index().termsBefore());
        List<TermValue> gone = TermSql.missing(now, before);
        List<TermValue> come = TermSql.missing(before, now);
        kindsAndValues(parameters, gone).text(commit.orderId());
        parameters.text(commit.orderId()).number(Micros.notAfter(commit.index().placedAt()));
        kindsAndValues(parameters, come);
    }

    private static Parameters kindsAndValues(Parameters parameters, List<TermValue> terms) throws SQLException {
        return parameters
                .texts(terms.stream().map(term -> term.kind().name()).toList())
                .texts(terms.stream().map(TermValue::value).toList());
    }

    private static Parameters row(Parameters parameters, Commit commit, byte[] events) throws SQLException {
        HistoryRow row = commit.row();
        return parameters
                .text(row.commandId())
                .number(row.fingerprint())
                .number(Micros.notAfter(row.at()))
                .bytes(events);
    }

    /** Whether a command is in the history of an order. */
    boolean hasCommand(Session session, String orderId, String commandId) throws SQLException {
        return session.parameters(hasCommand).text(orderId).text(commandId).query(results -> results.next());
    }
}
