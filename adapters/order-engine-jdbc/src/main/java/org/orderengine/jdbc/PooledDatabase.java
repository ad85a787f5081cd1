package org.orderengine.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.StoreUnavailableException;

/**
 * A database whose connections a host's pool gives. Each call borrows one, and gives it back as it came.
 *
 * <p>What the database undid for the sake of others is tried again a few times. Nothing else is: after any other failure it
 * is unknown whether the transaction was written, and the caller is told so.
 */
final class PooledDatabase implements Database {

    private static final int ATTEMPTS = 8;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
    private static final long SPREAD = 16;
    private static final int ISOLATION = Connection.TRANSACTION_READ_COMMITTED;

    private final DataSource source;
    private final Dialect dialect;
    private final String name;
    private final boolean isIsolated;
    private volatile boolean closed;

    private PooledDatabase(DataSource source, Dialect dialect, String name, boolean isIsolated) {
        this.source = source;
        this.dialect = dialect;
        this.name = name;
        this.isIsolated = isIsolated;
    }

    /**
     * Opens a database, and has its tables be as the options say.
     *
     * @throws StoreUnavailableException if it cannot be reached, or its tables are missing, too old or too new
     */
    static PooledDatabase open(DataSource source, Dialect dialect, JdbcOptions options) {
        PooledDatabase database;
        try (Connection connection = source.getConnection()) {
            boolean isIsolated = connection.getTransactionIsolation() == ISOLATION;
            database = new PooledDatabase(source, dialect, describe(connection), isIsolated);
        } catch (SQLException failure) {
            throw new StoreUnavailableException(
                    "The database cannot be opened: " + Failures.word(failure), Failures.withoutValues(failure));
        }
        if (options.tables() != JdbcOptions.Tables.LEFT_ALONE) {
            database.requireTables(options);
        }
        return database;
    }

    private static String describe(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        return data.getDatabaseProductName() + " " + connection.getCatalog();
    }

    private void requireTables(JdbcOptions options) {
        String collation = read("opening", null, dialect::collation);
        Schema schema = dialect.schema(options.names(), collation);
        boolean isMade = options.tables() == JdbcOptions.Tables.CREATED;
        int found = isMade ? write("opening", null, session -> updated(session, schema)) : found(schema);
        if (found > schema.newest()) {
            throw new StoreUnavailableException(
                    "Store " + name + " was written by a newer order-engine: its schema version is " + found
                            + ", this one knows versions up to " + schema.newest()
                            + ". Open it with a version that is as new",
                    null);
        }
        if (!isMade && found < schema.newest()) {
            throw new StoreUnavailableException(
                    "Store " + name + " has tables of version " + found + ", and version " + schema.newest()
                            + " is needed. Run what lies in between: the files V*.sql of this module's jar",
                    null);
        }
    }

    private int updated(Session session, Schema schema) throws SQLException {
        dialect.lockTables(session);
        try {
            return schema.update(session);
        } finally {
            dialect.unlockTables(session);
        }
    }

    private int found(Schema schema) {
        try {
            return read("opening", null, schema::found);
        } catch (StoreUnavailableException unreadable) {
            throw new StoreUnavailableException(
                    "Store " + name + " has no table " + schema.table()
                            + " that can be read. Run the files V*.sql of this"
                            + " module's jar, or let the store create its tables",
                    unreadable);
        }
    }

    @Override
    public <T> T read(String operation, @Nullable String orderId, Work<T> work) {
        return run(operation, orderId, false, work);
    }

    @Override
    public <T> T once(String operation, @Nullable String orderId, Work<T> work) {
        return run(operation, orderId, false, work);
    }

    @Override
    public <T> T write(String operation, @Nullable String orderId, Work<T> work) {
        return run(operation, orderId, true, work);
    }

    private <T> T run(String operation, @Nullable String orderId, boolean isTransaction, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            if (closed) {
                throw new StoreUnavailableException(describe(operation, orderId) + " after the store was closed", null);
            }
            try {
                return attempt(isTransaction, work);
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !dialect.isWorthRetrying(failure)) {
                    throw new StoreUnavailableException(
                            describe(operation, orderId) + " failed: " + Failures.word(failure),
                            Failures.withoutValues(failure));
                }
            }
            LockSupport.parkNanos(pause(attempt));
        }
    }

    /** Longer with each attempt, and not the same for the threads that got into each other's way. */
    private static long pause(int attempt) {
        long longest = SHORTEST_PAUSE.toNanos() << attempt;
        return longest / 2 + Thread.currentThread().getId() % SPREAD * longest / (2 * SPREAD);
    }

    private <T> T attempt(boolean isTransaction, Work<T> work) throws SQLException {
        Connection connection = source.getConnection();
        try {
            boolean commits = connection.getAutoCommit();
            if (isTransaction) {
                return commits || !isIsolated ? switched(connection, commits, work) : transaction(connection, work);
            }
            return commits ? inSession(connection, work) : transaction(connection, work);
        } finally {
            quietly(connection::close);
        }
    }

    /** Runs a transaction on a connection that has to be switched to it, and back. */
    private <T> T switched(Connection connection, boolean commits, Work<T> work) throws SQLException {
        int isolation = isIsolated ? ISOLATION : connection.getTransactionIsolation();
        try {
            if (!isIsolated) {
                connection.setTransactionIsolation(ISOLATION);
            }
            connection.setAutoCommit(false);
            return transaction(connection, work);
        } finally {
            quietly(() -> connection.setAutoCommit(commits));
            if (!isIsolated) {
                quietly(() -> connection.setTransactionIsolation(isolation));
            }
        }
    }

    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        boolean hasEnded = false;
        try {
            Session session = new Session(connection);
            T result = inSession(session, work);
            if (session.takeUndone()) {
                connection.rollback();
            } else {
                connection.commit();
            }
            hasEnded = true;
            return result;
        } finally {
            if (!hasEnded) {
                quietly(connection::rollback);
            }
        }
    }

    private static <T> T inSession(Connection connection, Work<T> work) throws SQLException {
        return inSession(new Session(connection), work);
    }

    private static <T> T inSession(Session session, Work<T> work) throws SQLException {
        try {
            return work.in(session);
        } finally {
            quietly(session::closeStatements);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    /** What fails here changes nothing in what was written, and the pool finds out by itself that the connection is lost. */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (SQLException ignored) {
            // The outcome that matters is known, or its failure is on its way to the caller.
        }
    }

    private String describe(String operation, @Nullable String orderId) {
        return "Store " + name + ": " + operation + (orderId == null ? "" : " of order " + orderId);
    }

    /** The pool is the host's. */
    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return name;
    }
}
