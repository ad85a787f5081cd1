package org.orderengine.jdbc;

import java.sql.SQLException;

/** MariaDB and MySQL, which end a transaction at each statement that makes a table. */
final class MysqlDialect extends Dialect {

    static final Dialect INSTANCE = new MysqlDialect();

    private static final int LOCK_SECONDS = 60;

    private MysqlDialect() {
        super("mysql", "V1__orders.sql", "V2__feed.sql");
    }

    /** Those that do not pad: under others, blanks at the end of a text do not count. Each of the two has its own name for it. */
    @Override
    String collation(Session session) throws SQLException {
        String version = session.parameters("SELECT VERSION()")
                .query(results -> results.next() ? String.valueOf(results.getString(1)) : "");
        return version.contains("MariaDB") ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";
    }

    @Override
    boolean isDuplicateKey(SQLException failure) {
        return Failures.isDuplicateKey(failure);
    }

    @Override
    boolean isWorthRetrying(SQLException failure) {
        return Failures.isWorthRetrying(failure);
    }

    /** A deadlock has undone the whole transaction, not only the statement. */
    @Override
    boolean isLostRace(SQLException failure) {
        return Failures.isLockTimeout(failure);
    }

    @Override
    String insertMissing(String table, String columns, String row, int rows) {
        return "INSERT IGNORE INTO " + table + " (" + columns + ") VALUES " + rows(row, rows);
    }

    @Override
    Claiming claiming(Names names) {
        return new CompareAndSetClaiming(names, true);
    }

    @Override
    void lockTables(Session session) throws SQLException {
        session.execute("SELECT GET_LOCK('order_engine_schema', " + LOCK_SECONDS + ")");
    }

    @Override
    void unlockTables(Session session) throws SQLException {
        session.execute("SELECT RELEASE_LOCK('order_engine_schema')");
    }
}
