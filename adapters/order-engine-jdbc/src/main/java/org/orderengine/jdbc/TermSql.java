package org.orderengine.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.TermValue;

/** Writes the terms of an order, in statements of their own: what came and what went, or all anew. */
final class TermSql {

    /** The most rows of one insert. */
    private static final int MOST = 16;

    private static final String COLUMNS = "order_id, kind, value, placed_at";

    private final List<String> inserts = new ArrayList<>();
    private final String delete;
    private final String deleteAll;

    TermSql(Dialect dialect, Names names) {
        for (int rows = 1; rows <= MOST; rows++) {
            inserts.add(names.in(dialect.insertMissing("order_engine_terms", COLUMNS, "(?, ?, ?, ?)", rows)));
        }
        delete = names.in("DELETE FROM order_engine_terms WHERE order_id = ? AND kind = ? AND value = ?");
        deleteAll = names.in("DELETE FROM order_engine_terms WHERE order_id = ?");
    }

    /** The terms that an order has now and had not, or the other way round. */
    static List<TermValue> missing(Set<TermValue> from, Set<TermValue> of) {
        if (from.equals(of)) {
            return List.of();
        }
        List<TermValue> missing = new ArrayList<>();
        for (TermValue term : of) {
            if (!from.contains(term)) {
                missing.add(term);
            }
        }
        return missing;
    }

    /** Has the store hold the terms of an order, in the transaction that runs. */
    void write(Session session, String orderId, OrderIndex index) throws SQLException {
        Set<TermValue> before = index.termsBefore();
        if (before == null) {
            replace(session, orderId, index);
            return;
        }
        for (TermValue gone : missing(index.terms(), before)) {
            session.parameters(delete)
                    .text(orderId)
                    .text(gone.kind().name())
                    .text(gone.value())
                    .update();
        }
        insert(session, orderId, index, missing(before, index.terms()));
    }

    /** Has the store hold the terms of an order, whatever it held before. */
    void replace(Session session, String orderId, OrderIndex index) throws SQLException {
        session.parameters(deleteAll).text(orderId).update();
        insert(session, orderId, index, List.copyOf(index.terms()));
    }

    private void insert(Session session, String orderId, OrderIndex index, List<TermValue> terms) throws SQLException {
        long placedAt = Micros.notAfter(index.placedAt());
        for (int from = 0; from < terms.size(); from += MOST) {
            List<TermValue> some = terms.subList(from, Math.min(from + MOST, terms.size()));
            Parameters parameters = session.parameters(inserts.get(some.size() - 1));
            for (TermValue term : some) {
                parameters
                        .text(orderId)
                        .text(term.kind().name())
                        .text(term.value())
                        .number(placedAt);
            }
            parameters.update();
        }
    }
}
