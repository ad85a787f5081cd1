package org.orderengine.jdbc;

/**
 * The parts of statements that differ between databases.
 *
 * @param same the operator that compares two values, and two nulls as equal
 * @param lockClaimed the end of the query that reads the rows to be claimed. Where a database has many writers, it makes callers
 *     that race skip each other's rows
 */
record Dialect(String same, String lockClaimed) {

    /** SQLite has one writer at a time, so that nothing has to be locked. */
    static final Dialect SQLITE = new Dialect("IS", "");
}
