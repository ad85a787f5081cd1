package org.orderengine.jdbc;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is particular to one database. Everything that is not asked for here is common to all of them. */
abstract class Dialect {

    private final String name;
    private final List<String> versions;

    /**
     * @param name the folder of the files that make its tables
     * @param versions the names of these files, one for each version
     */
    Dialect(String name, String... versions) {
        this.name = name;
        this.versions = List.of(versions);
    }

    /** The versions of its tables. */
    final Schema schema(Names names, String collation) {
        return Schema.read(name, versions, sql -> names.fill(sql, collation));
    }

    /** The collation that compares text character by character, blanks at the end included. */
    String collation(Session session) throws SQLException {
        return "";
    }

    /** Whether a statement failed because a row with its key is there already. */
    abstract boolean isDuplicateKey(SQLException failure);

    /** Whether a transaction failed only because of others, has surely left nothing, and may work when it is tried again. */
    boolean isWorthRetrying(SQLException failure) {
        return false;
    }

    /** Whether a commit is one statement, which needs no transaction around it. */
    boolean commitsAtOnce() {
        return false;
    }

    /**
     * The operator that compares two values, and two nulls as equal, where an update that sets a column to the value it has rewrites
     * the indexes of the column nevertheless; null where the database sees that it need not.
     */
    @Nullable
    String same() {
        return null;
    }

    /** An insert of several rows, which passes over those whose key is there already. */
    String insertMissing(String table, String columns, String row, int rows) {
        return "INSERT INTO " + table + " (" + columns + ") VALUES " + rows(row, rows) + " ON CONFLICT DO NOTHING";
    }

    static String rows(String row, int rows) {
        return String.join(", ", Collections.nCopies(rows, row));
    }

    /** How due orders are claimed. */
    abstract Claiming claiming(Names names);

    /** Whether a transaction of a host's has to be isolated as {@code READ COMMITTED}. */
    boolean needsReadCommitted() {
        return true;
    }

    /** Whether a statement in a transaction of a host's failed because others came first, and undoing it leaves the transaction sound. */
    boolean isLostRace(SQLException failure) {
        return isWorthRetrying(failure);
    }

    /** How commits come into the feed. */
    Gathering gathering(Names names) {
        return new ComparingGathering(names);
    }

    /** Whether a commit waits in the outbox until it is given a place in the feed; otherwise it has one at once. */
    boolean hasOutbox() {
        return true;
    }

    /** The table of the places in the feed. */
    String feedTable() {
        return "order_engine_feed";
    }

    /** Has others who open the same database wait until this one's tables are up to date. */
    void lockTables(Session session) throws SQLException {}

    /** Ends what {@link #lockTables} began, where the end of the transaction does not. */
    void unlockTables(Session session) throws SQLException {}
}
