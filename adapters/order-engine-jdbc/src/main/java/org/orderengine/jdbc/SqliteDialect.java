package org.orderengine.jdbc;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite, which has one writer at a time, so that nothing has to be locked or tried again. */
final class SqliteDialect extends Dialect {

    static final Dialect INSTANCE = new SqliteDialect();

    private SqliteDialect() {
        super("sqlite", "V1__orders.sql", "V2__columns_and_terms.sql", "V3__feed.sql");
    }

    /** The versions of the tables in a file. */
    static Schema schema() {
        return INSTANCE.schema(Names.USUAL, "");
    }

    @Override
    boolean isDuplicateKey(SQLException failure) {
        return failure instanceof SQLiteException driver
                && (driver.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
                        || driver.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE);
    }

    /** A transaction has the file to itself from its first write on. */
    @Override
    boolean needsReadCommitted() {
        return false;
    }

    /** What the transaction has read is not the newest any more, so that it cannot write. */
    @Override
    boolean isLostRace(SQLException failure) {
        return failure instanceof SQLiteException driver
                && driver.getResultCode() == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT;
    }

    @Override
    String same() {
        return "IS";
    }

    /** Transactions come one after the other, so that numbers which they give out ascend as they end. */
    @Override
    Gathering gathering(Names names) {
        return Gathering.NEEDLESS;
    }

    @Override
    boolean hasOutbox() {
        return false;
    }

    @Override
    String feedTable() {
        return "order_engine_history";
    }

    @Override
    Claiming claiming(Names names) {
        return new CompareAndSetClaiming(names, true);
    }
}
