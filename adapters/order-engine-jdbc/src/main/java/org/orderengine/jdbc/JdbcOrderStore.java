package org.orderengine.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.StoredOrder;

/**
 * An order store in a relational database.
 *
 * <pre>{@code
 * try (OrderStore store = JdbcOrderStore.sqlite(Path.of("orders.db"))) { … }
 * }</pre>
 *
 * <p>It creates its tables, all of them named {@code order_engine_…}, brings them up to date when it is opened, and refuses
 * tables that a newer version wrote. Instants are kept to the microsecond. Failures of the driver surface as {@link
 * StoreUnavailableException}; they name the operation and the order, and nothing of what was to be written. After one the
 * store goes on as soon as the database does.
 */
public final class JdbcOrderStore implements OrderStore {

    private final Database database;
    private final CommitSql commits;
    private final LeaseSql leases;

    JdbcOrderStore(Database database, Dialect dialect) {
        this.database = database;
        this.commits = new CommitSql(dialect);
        this.leases = new LeaseSql(dialect);
    }

    /**
     * A store in a SQLite file, durable on its own: what was committed survives the death of the process and, as far as the
     * disk keeps its word, of the machine. Commits are written one after the other; reads do not wait for them. Several
     * processes on one machine may share a file; it must not lie on a network drive.
     *
     * @param file the file, created if it is not there; its directory must be. While it is open, and after its process was
     *     killed, two files of the same name with {@code -wal} and {@code -shm} appended belong to it
     * @throws StoreUnavailableException if the file cannot be opened or written, is no SQLite database, or its tables were
     *     written by a newer version
     */
    public static JdbcOrderStore sqlite(Path file) {
        return new JdbcOrderStore(
                SqliteDatabase.open(file, SqliteSchema.SCHEMA, SqliteDatabase.PATIENCE), Dialect.SQLITE);
    }

    @Override
    public Optional<StoredOrder> load(String orderId) {
        return database.read("loading", orderId, session -> ReadSql.load(session, orderId));
    }

    @Override
    public CommitResult commit(Commit commit) {
        // Written out before anything is locked. What fails here fails with its own exception, and nothing was written.
        byte[] document = commit.document().bytes();
        byte[] events = commit.row().events().bytes();
        return database.write("commit", commit.orderId(), session -> commits.write(session, commit, document, events));
    }

    @Override
    public Optional<HistoryRow> findCommand(String orderId, String commandId) {
        return database.read("finding a command", orderId, session -> ReadSql.findCommand(session, orderId, commandId));
    }

    @Override
    public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
        requireLimit(limit);
        return database.read(
                "reading the history", orderId, session -> ReadSql.history(session, orderId, fromRevision, limit));
    }

    @Override
    public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
        requireLimit(limit);
        Objects.requireNonNull(owner, "owner");
        if (leaseFor.isNegative() || leaseFor.isZero()) {
            throw new IllegalArgumentException("A lease for " + leaseFor + " ends before it begins");
        }
        // A worker mostly finds no due order, and that must not cost a write.
        if (!database.read("looking for due orders", null, session -> leases.isAnyClaimable(session, now))) {
            return List.of();
        }
        Instant until = now.plus(leaseFor);
        return database.write("claiming due orders", null, session -> leases.claim(session, now, until, owner, limit));
    }

    @Override
    public void release(Claim claim, @Nullable Instant due) {
        database.write("release", claim.orderId(), session -> leases.release(session, claim, due));
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read("looking for the next due order", null, leases::nextDue);
    }

    @Override
    public OrderPage find(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        requireLimit(limit);
        return database.read("finding orders", null, session -> FindSql.find(session, criteria, after, limit));
    }

    @Override
    public Map<String, Long> countByState(OrderCriteria criteria) {
        return database.read("counting orders", null, session -> FindSql.countByState(session, criteria));
    }

    /** Closes all connections, once what is running on them has ended. Every later call finds the store unavailable. */
    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return "JdbcOrderStore on " + database;
    }

    private static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit of " + limit + " asks for nothing: 1 is the least");
        }
    }
}
