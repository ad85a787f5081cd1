package org.orderengine.jdbc;

import java.sql.SQLException;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.Rewrite;

/** Changes what is kept of an order without a commit, and removes orders (S13, S14): statements of one transaction, each by order id. */
final class RewriteSql {

    /** All columns but the one that only commits set. */
    private static final Columns COLUMNS = new Columns(OrderColumn.ALL.stream()
            .filter(column -> column != OrderColumn.UPDATED_AT)
            .toList());

    private static final String SET =
            "UPDATE order_engine_orders SET " + COLUMNS.text(column -> column.name() + " = ?", ", ");

    private static final String WHERE = " WHERE order_id = ? AND revision = ?";

    private final TermSql terms;
    private final String reindex;
    private final String replace;
    private final String replaceEvents;
    private final String mark;
    private final String delete;
    private final String deleteTerms;
    private final String deleteHistory;

    RewriteSql(Dialect dialect, Names names) {
        terms = new TermSql(dialect, names);
        reindex = names.in(SET + WHERE);
        replace =
                names.in(SET + ", document = ?, lease_epoch = lease_epoch + 1, lease_owner = NULL, lease_until = NULL,"
                        + " claimable = due" + WHERE);
        replaceEvents = names.in("UPDATE order_engine_history SET events = ?,"
                + " buyer = CASE WHEN buyer IS NULL THEN NULL ELSE ? END" + WHERE);
        mark = names.in("UPDATE order_engine_history SET events = ?, "
                + Columns.ALL.text(column -> column.name() + " = NULL", ", ") + " WHERE order_id = ? AND revision = 1");
        delete = names.in("DELETE FROM order_engine_orders" + WHERE);
        deleteTerms = names.in("DELETE FROM order_engine_terms WHERE order_id = ?");
        deleteHistory = names.in("DELETE FROM order_engine_history WHERE order_id = ? AND revision > 1");
    }

    /** Replaces what is kept of an order, in the transaction that runs. */
    boolean rewrite(Session session, Rewrite rewrite) throws SQLException {
        Document document = rewrite.document();
        Parameters parameters = session.parameters(document == null ? reindex : replace);
        COLUMNS.set(parameters, rewrite.index());
        if (document != null) {
            parameters.bytes(document.bytes());
        }
        if (parameters.text(rewrite.orderId()).number(rewrite.revision()).update() == 0) {
            return false;
        }
        terms.replace(session, rewrite.orderId(), rewrite.index());
        for (HistoryRow row : rewrite.rows()) {
            session.parameters(replaceEvents)
                    .bytes(row.events().bytes())
                    .text(rewrite.index().get(OrderColumn.BUYER))
                    .text(rewrite.orderId())
                    .number(row.revision())
                    .update();
        }
        return true;
    }

    /** Removes an order, in the transaction that runs. */
    boolean archive(Session session, String orderId, long revision, Document content) throws SQLException {
        if (session.parameters(delete).text(orderId).number(revision).update() == 0) {
            return false;
        }
        session.parameters(deleteTerms).text(orderId).update();
        session.parameters(deleteHistory).text(orderId).update();
        session.parameters(mark).bytes(content.bytes()).text(orderId).update();
        return true;
    }
}
