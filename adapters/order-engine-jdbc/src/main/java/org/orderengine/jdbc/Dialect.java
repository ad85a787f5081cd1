package org.orderengine.jdbc;

/**
 * The words that one database says otherwise than the next.
 *
 * @param same the operator that compares two values, and two nulls as equal
 * @param lockClaimed what a query ends with that reads the rows to be claimed: makes callers that race pass over each
 *     other's rows where a database has many writers
 */
record Dialect(String same, String lockClaimed) {

    /** SQLite has one writer at a time, so that nothing has to be locked. */
    static final Dialect SQLITE = new Dialect("IS", "");
}
