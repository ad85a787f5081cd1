package org.orderengine.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.StoreUnavailableException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A SQLite file with one writer and several readers. It is kept in write-ahead logging mode, in which readers and the
 * writer do not wait for one another, and fully synchronous, so that a transaction is on the disk when it ends.
 *
 * <p>Threads of this process queue for the writer in order of arrival. A writer of another process on the same file is
 * waited for too, up to {@link #PATIENCE}.
 */
final class SqliteDatabase implements Database {

    /** How long a writer of another process is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int READERS = 8;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(5);

    private static final String[] SETTINGS = {
        "PRAGMA synchronous = FULL",
        // Where a plain flush leaves the data in the drive's cache (macOS), ask for more.
        "PRAGMA fullfsync = ON",
        "PRAGMA checkpoint_fullfsync = ON",
        // Gives the space of the log back after a burst.
        "PRAGMA journal_size_limit = 67108864",
    };

    private final Path file;
    private final Duration patience;
    private final Lock writing = new ReentrantLock(true);
    private @Nullable Session writer;
    private final Semaphore readersLeft = new Semaphore(READERS, true);
    private final Deque<Session> idleReaders = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private SqliteDatabase(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /**
     * Opens a file, which is created if it is not there, and brings its tables up to date.
     *
     * @throws StoreUnavailableException if it cannot be opened, is no SQLite database, or its tables are newer than known
     */
    static SqliteDatabase open(Path file, Schema schema, Duration patience) {
        Path absolute = file.toAbsolutePath();
        if (absolute.toString().indexOf('?') >= 0) {
            throw new IllegalArgumentException("The driver takes what follows a question mark for options, so it cannot"
                    + " open " + absolute + ": name the file without one");
        }
        Path directory = absolute.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new StoreUnavailableException(
                    "Store " + absolute + " cannot be opened: there is no directory " + directory, null);
        }
        SqliteDatabase database = new SqliteDatabase(absolute, patience);
        try {
            int found = database.write("opening", null, schema::update);
            if (found > schema.newest()) {
                throw new StoreUnavailableException(
                        "Store " + absolute + " was written by a newer order-engine: its schema version is " + found
                                + ", this one knows versions up to " + schema.newest()
                                + ". Open it with a version that is as new",
                        null);
            }
            return database;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    @Override
    public <T> T write(String operation, @Nullable String orderId, Work<T> work) {
        writing.lock();
        try {
            requireOpen(operation, orderId);
            Session session = writer == null ? connect(false) : writer;
            // Until it has come to its end the session counts as lost. Closing its connection rolls back.
            writer = null;
            try {
                session.statement("BEGIN IMMEDIATE").execute();
                T result = work.in(session);
                session.statement(session.takeUndone() ? "ROLLBACK" : "COMMIT").execute();
                writer = session;
                return result;
            } finally {
                if (writer == null) {
                    closeQuietly(session);
                }
            }
        } catch (SQLException failure) {
            throw unavailable(operation, orderId, failure);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <T> T once(String operation, @Nullable String orderId, Work<T> work) {
        return write(operation, orderId, work);
    }

    @Override
    public <T> T read(String operation, @Nullable String orderId, Work<T> work) {
        readersLeft.acquireUninterruptibly();
        try {
            requireOpen(operation, orderId);
            Session idle = idleReaders.pollLast();
            Session session = idle == null ? connect(true) : idle;
            boolean sound = false;
            try {
                T result = work.in(session);
                sound = true;
                return result;
            } finally {
                if (sound) {
                    idleReaders.addLast(session);
                } else {
                    closeQuietly(session);
                }
            }
        } catch (SQLException failure) {
            throw unavailable(operation, orderId, failure);
        } finally {
            readersLeft.release();
        }
    }

    private Session connect(boolean readOnly) throws SQLException {
        Session session = new Session(DriverManager.getConnection("jdbc:sqlite:" + file));
        try {
            session.execute("PRAGMA busy_timeout = " + patience.toMillis());
            for (String setting : SETTINGS) {
                session.execute(setting);
            }
            writeAhead(session);
            if (readOnly) {
                session.execute("PRAGMA query_only = ON");
            }
            return session;
        } catch (SQLException | RuntimeException failed) {
            closeQuietly(session);
            throw failed;
        }
    }

    /**
     * Switches to write-ahead logging. SQLite does not wait for others with that, as it does with everything else: when
     * several connections open a new file at once, all but one are told at once that it is busy.
     */
    private void writeAhead(Session session) throws SQLException {
        for (long left = patience.dividedBy(RETRY_PAUSE); ; left--) {
            try {
                String mode = session.parameters("PRAGMA journal_mode = WAL")
                        .query(results -> results.next() ? results.getString(1) : "unknown");
                if (!mode.equals("wal")) {
                    throw new SQLException("the journal mode stays " + mode + ": there is no write-ahead logging here");
                }
                return;
            } catch (SQLiteException failure) {
                if (failure.getResultCode() != SQLiteErrorCode.SQLITE_BUSY || left <= 0) {
                    throw failure;
                }
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        }
    }

    @Override
    public void close() {
        writing.lock();
        readersLeft.acquireUninterruptibly(READERS);
        try {
            closed = true;
            // The writer last: it then folds the log into the file.
            for (Session reader = idleReaders.pollLast(); reader != null; reader = idleReaders.pollLast()) {
                closeQuietly(reader);
            }
            if (writer != null) {
                closeQuietly(writer);
                writer = null;
            }
        } finally {
            readersLeft.release(READERS);
            writing.unlock();
        }
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (SQLException ignored) {
            // Every commit is in the log, and nothing else has to be saved.
        }
    }

    private void requireOpen(String operation, @Nullable String orderId) {
        if (closed) {
            throw new StoreUnavailableException(describe(operation, orderId) + " after the store was closed", null);
        }
    }

    /** Names what was done to which order and the database's word for what went wrong, and nothing that was written. */
    private StoreUnavailableException unavailable(String operation, @Nullable String orderId, SQLException failure) {
        String code = failure instanceof SQLiteException driver
                ? driver.getResultCode().name()
                : failure.getClass().getSimpleName();
        return new StoreUnavailableException(describe(operation, orderId) + " failed: " + code, failure);
    }

    private String describe(String operation, @Nullable String orderId) {
        return "Store " + file + ": " + operation + (orderId == null ? "" : " of order " + orderId);
    }

    @Override
    public String toString() {
        return "SQLite " + file;
    }
}
