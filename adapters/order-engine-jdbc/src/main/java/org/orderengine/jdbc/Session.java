package org.orderengine.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A connection with the statements that were prepared on it. For one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private final boolean isJoined;
    private boolean undone;

    Session(Connection connection) {
        this(connection, false);
    }

    /** @param isJoined whether the transaction is one of a host's */
    Session(Connection connection, boolean isJoined) {
        this.connection = connection;
        this.isJoined = isJoined;
    }

    /** Whether the transaction is one of a host's, so that nothing in it is tried again. */
    boolean isJoined() {
        return isJoined;
    }

    /** A statement that is kept prepared as long as the session lives: for the few texts that are used all the time. */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    Parameters parameters(String sql) throws SQLException {
        return Parameters.of(statement(sql));
    }

    /** A statement that is used once. The caller closes it. */
    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Runs a statement without parameters, once. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Has the transaction that runs end without a trace. */
    void undo() {
        undone = true;
    }

    /** Whether {@link #undo} was called since this was last asked. */
    boolean takeUndone() {
        boolean was = undone;
        undone = false;
        return was;
    }

    /** Closes what was prepared, and leaves the connection to whom it belongs. */
    void closeStatements() throws SQLException {
        for (PreparedStatement statement : kept.values()) {
            statement.close();
        }
        kept.clear();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
