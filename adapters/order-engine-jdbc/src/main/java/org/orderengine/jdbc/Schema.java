package org.orderengine.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The versions of the tables, each as the statements that lead to it from the one before. What has been released is never
 * changed; what changes the tables is added at the end.
 *
 * @param table the name of the table that holds the versions
 * @param versions the statements of version 1, 2, …; the last of each adds the version to the table
 */
record Schema(String table, List<List<String>> versions) {

    private static final String TABLE = "${schema}${prefix}schema";

    Schema {
        versions = versions.stream().map(List::copyOf).toList();
    }

    /** Reads the versions of a database from the files in its folder, their placeholders filled. */
    static Schema read(String folder, List<String> files, UnaryOperator<String> fill) {
        List<List<String>> versions = new ArrayList<>();
        for (String file : files) {
            versions.add(statements(fill.apply(text(folder + "/" + file))));
        }
        return new Schema(fill.apply(TABLE), versions);
    }

    private static String text(String resource) {
        try (InputStream stream = Schema.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The store's jar lacks " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The statements of a file: each ends with a semicolon at the end of a line; lines that begin with two dashes are for people. */
    private static List<String> statements(String text) {
        String plain = text.replaceAll("(?m)^--.*\n", "");
        return List.of(plain.trim().split(";\\s*(\\n|$)"));
    }

    /**
     * Brings the tables to the newest version, in the transaction that runs.
     *
     * @return the version that was found: 0 for a new database; one above the newest known leaves everything as it is
     */
    int update(Session session) throws SQLException {
        session.execute("CREATE TABLE IF NOT EXISTS " + table + " (version INTEGER NOT NULL PRIMARY KEY)");
        int found = found(session);
        for (int version = found + 1; version <= versions.size(); version++) {
            for (String statement : versions.get(version - 1)) {
                session.execute(statement);
            }
        }
        return found;
    }

    /** The version of the tables that are there. */
    int found(Session session) throws SQLException {
        return session.parameters("SELECT COALESCE(MAX(version), 0) FROM " + table)
                .query(results -> results.next() ? results.getInt(1) : 0);
    }

    /** The newest version. */
    int newest() {
        return versions.size();
    }
}
