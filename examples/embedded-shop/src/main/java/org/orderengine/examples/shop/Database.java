package org.orderengine.examples.shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One SQLite file with tables of somebody's own, used by one transaction at a time. */
final class Database implements AutoCloseable {

    /** Work on the tables. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private final Connection connection;

    Database(Path file, String... tables) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = full");
                for (String table : tables) {
                    statement.execute("create table if not exists " + table);
                }
            }
            connection.setAutoCommit(false);
        } catch (SQLException unusable) {
            throw new IllegalStateException(file + " cannot be used", unusable);
        }
    }

    /** Does work in a transaction: all of it, or nothing where it throws. */
    synchronized <T> T transact(Work<T> work) {
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failed) {
            try {
                connection.rollback();
            } catch (SQLException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("the database failed", failed);
        }
    }

    /** Changes rows, and says how many. */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The first number that a query gives; zero where it gives none. */
    static long number(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException unusable) {
            throw new IllegalStateException("the database cannot be closed", unusable);
        }
    }
}
