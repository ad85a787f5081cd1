package org.orderengine.jdbc;

import java.sql.SQLException;

/** PostgreSQL, on which a commit is one statement, and so are a claim and a beat of the feed. */
final class PostgresDialect extends Dialect {

    static final Dialect INSTANCE = new PostgresDialect();

    /** A number of our own: no other use of advisory locks is likely to have chosen it. */
    private static final long TABLES_LOCK = 0x6f72_6465_722d_656eL;

    private PostgresDialect() {
        super("postgresql", "V1__orders.sql", "V2__feed.sql");
    }

    @Override
    boolean isDuplicateKey(SQLException failure) {
        return Failures.isDuplicateKey(failure);
    }

    @Override
    boolean isWorthRetrying(SQLException failure) {
        return Failures.isWorthRetrying(failure);
    }

    @Override
    boolean commitsAtOnce() {
        return true;
    }

    @Override
    Claiming claiming(Names names) {
        return new SkippingClaiming(names);
    }

    @Override
    Gathering gathering(Names names) {
        return new AtOnceGathering(names);
    }

    /** Until the transaction ends. */
    @Override
    void lockTables(Session session) throws SQLException {
        session.execute("SELECT pg_advisory_xact_lock(" + TABLES_LOCK + ")");
    }
}
