package org.orderengine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.TransactionRefusedException;

/**
 * A transaction that a host began and will end. What is written in it stands behind a savepoint, so that what fails leaves the transaction as
 * it was. For one thread at a time, as the host's connection is.
 */
final class JoinedDatabase implements Database {

    private final Connection connection;
    private final String name;

    private JoinedDatabase(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /**
     * Joins a host's transaction.
     *
     * @param name the store, for messages
     * @throws TransactionRefusedException if there is none, or it is isolated in another way than is needed
     */
    static JoinedDatabase join(Connection connection, Dialect dialect, String name) {
        try {
            if (connection.getAutoCommit()) {
                throw TransactionRefusedException.missing();
            }
            int isolation = connection.getTransactionIsolation();
            if (dialect.needsReadCommitted() && isolation != Connection.TRANSACTION_READ_COMMITTED) {
                throw TransactionRefusedException.isolation(word(isolation));
            }
        } catch (SQLException failure) {
            throw new StoreUnavailableException(
                    "Store " + name + ": the host's connection cannot be used: " + Failures.word(failure),
                    Failures.withoutValues(failure));
        }
        return new JoinedDatabase(connection, name);
    }

    private static String word(int isolation) {
        return switch (isolation) {
            case Connection.TRANSACTION_READ_UNCOMMITTED -> "READ UNCOMMITTED";
            case Connection.TRANSACTION_REPEATABLE_READ -> "REPEATABLE READ";
            case Connection.TRANSACTION_SERIALIZABLE -> "SERIALIZABLE";
            default -> "level " + isolation;
        };
    }

    @Override
    public <T> T read(String operation, @Nullable String orderId, Work<T> work) {
        Session session = new Session(connection, true);
        try {
            return work.in(session);
        } catch (SQLException failure) {
            throw unavailable(operation, orderId, failure);
        } finally {
            closeQuietly(session);
        }
    }

    @Override
    public <T> T once(String operation, @Nullable String orderId, Work<T> work) {
        return write(operation, orderId, work);
    }

    @Override
    public <T> T write(String operation, @Nullable String orderId, Work<T> work) {
        Session session = new Session(connection, true);
        try {
            return behindSavepoint(session, work);
        } catch (SQLException failure) {
            throw unavailable(operation, orderId, failure);
        } finally {
            closeQuietly(session);
        }
    }

    private <T> T behindSavepoint(Session session, Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean isUndone = true;
        try {
            T result = work.in(session);
            isUndone = session.takeUndone();
            return result;
        } finally {
            if (isUndone) {
                connection.rollback(before);
            } else {
                connection.releaseSavepoint(before);
            }
        }
    }

    private static void closeQuietly(Session session) {
        try {
            session.closeStatements();
        } catch (SQLException ignored) {
            // The outcome that matters is known, or its failure is on its way to the caller.
        }
    }

    private StoreUnavailableException unavailable(String operation, @Nullable String orderId, SQLException failure) {
        return new StoreUnavailableException(
                "Store " + name + ", in the host's transaction: " + operation
                        + (orderId == null ? "" : " of order " + orderId) + " failed: " + Failures.word(failure),
                Failures.withoutValues(failure));
    }

    /** The transaction is the host's. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return name + " in the host's transaction";
    }
}
