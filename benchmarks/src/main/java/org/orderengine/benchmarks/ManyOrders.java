package org.orderengine.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

/**
 * A store's tables filled with orders by plain inserts: ten merchants, one of which has half of the orders, two terms each. There is no
 * history, and the documents are empty: what is measured is finding.
 */
final class ManyOrders {

    private static final int BATCH = 1_000;
    private static final String[] STATES = {"created", "paid", "shipped", "completed"};
    private static final String[] PHASES = {"to-pay", "to-ship", "to-receive", "completed"};

    private static final String ORDER =
            "INSERT INTO order_engine_orders (order_id, revision, lease_epoch, claimable, due, placed_at, process,"
                    + " process_version, state, ended, parked, backordered, buyer, business, channel, merchant, tenant, phase,"
                    + " payment_state, updated_at, currency, total, source, document)"
                    + " VALUES (?, 1, 0, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'paid', ?, 'EUR', ?, ?, ?)";

    private static final String TERM =
            "INSERT INTO order_engine_terms (order_id, kind, value, placed_at) VALUES (?, ?, ?, ?)";

    private ManyOrders() {}

    /**
     * Adds orders.
     *
     * @param connection one that does not commit by itself
     * @param from the number of the first
     * @param to the number of the last
     * @param isDue whether every order is due, or one in fifty
     */
    static void add(Connection connection, long from, long to, boolean isDue) throws SQLException {
        try (PreparedStatement order = connection.prepareStatement(ORDER);
                PreparedStatement term = connection.prepareStatement(TERM)) {
            for (long number = from; number <= to; number++) {
                order(order, number, isDue);
                term(term, number, "sku", "sku-" + number % 200);
                term(term, number, "tracking", "tr-" + number);
                if (number % BATCH == 0 || number == to) {
                    order.executeBatch();
                    term.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void order(PreparedStatement order, long number, boolean isDue) throws SQLException {
        long placed = number * 1_000_000;
        int kind = (int) (number % 4);
        order.setString(1, "o-" + number);
        for (int position = 2; position <= 3; position++) {
            if (isDue || number % 50 == 0) {
                order.setLong(position, number);
            } else {
                order.setNull(position, Types.BIGINT);
            }
        }
        order.setLong(4, placed);
        order.setString(5, number % 3 == 0 ? "virtual-goods" : "physical-goods");
        order.setString(6, STATES[kind]);
        order.setInt(7, kind / 3);
        order.setInt(8, number % 1000 == 0 ? 1 : 0);
        order.setInt(9, number % 900 == 0 ? 1 : 0);
        order.setString(10, "buyer-" + number % 5000);
        order.setString(11, "b-" + number % 2);
        order.setString(12, "c-" + number % 5);
        order.setString(13, number % 2 == 0 ? "half" : "m-" + number % 9);
        order.setString(14, "t-" + kind);
        order.setString(15, PHASES[kind]);
        order.setLong(16, placed + 5);
        order.setLong(17, number);
        order.setString(18, number % 10 == 0 ? "shopify" : null);
        order.setBytes(19, new byte[] {'{', '}'});
        order.addBatch();
    }

    private static void term(PreparedStatement term, long number, String kind, String value) throws SQLException {
        term.setString(1, "o-" + number);
        term.setString(2, kind);
        term.setString(3, value);
        term.setLong(4, number * 1_000_000);
        term.addBatch();
    }

    /** Has the database know how many of what there are, as it finds out by itself with time. */
    static void settle(Connection connection, boolean isPostgres) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(isPostgres ? "VACUUM ANALYZE" : "ANALYZE");
        }
    }
}
