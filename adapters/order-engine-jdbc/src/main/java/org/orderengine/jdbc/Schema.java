package org.orderengine.jdbc;

import java.sql.SQLException;
import java.util.List;

/**
 * The versions of the tables, each as the statements that lead to it from the one before. What has been released is never
 * changed; what changes the tables is added at the end.
 *
 * @param versions the statements of version 1, 2, …
 */
record Schema(List<List<String>> versions) {

    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS order_engine_schema (version INTEGER NOT NULL PRIMARY KEY)";

    Schema {
        versions = versions.stream().map(List::copyOf).toList();
    }

    /**
     * Brings the tables to the newest version, in the transaction that runs.
     *
     * @return the version that was found: 0 for a new database; one above the newest known leaves everything as it is
     */
    int update(Session session) throws SQLException {
        session.execute(TABLE);
        int found = session.parameters("SELECT COALESCE(MAX(version), 0) FROM order_engine_schema")
                .query(results -> results.next() ? results.getInt(1) : 0);
        for (int version = found + 1; version <= versions.size(); version++) {
            for (String statement : versions.get(version - 1)) {
                session.execute(statement);
            }
            session.parameters("INSERT INTO order_engine_schema (version) VALUES (?)")
                    .number(version)
                    .update();
        }
        return found;
    }

    /** The newest version. */
    int newest() {
        return versions.size();
    }
}
