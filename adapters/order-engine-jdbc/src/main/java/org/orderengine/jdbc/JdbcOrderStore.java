package org.orderengine.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.spi.store.TransactionRefusedException;

/**
 * An order store in a relational database.
 *
 * <pre>{@code
 * try (OrderStore store = JdbcOrderStore.sqlite(Path.of("orders.db"))) { … }
 * OrderStore store = JdbcOrderStore.postgresql(dataSource);
 * }</pre>
 *
 * <p>It creates its tables, all of them named {@code order_engine_…}, brings them up to date when it is opened, and refuses
 * tables that a newer version wrote. Instants are kept to the microsecond. Failures of the driver surface as {@link
 * StoreUnavailableException}; they name the operation and the order, and nothing of what was to be written. After one the
 * store goes on as soon as the database does.
 */
public final class JdbcOrderStore implements OrderStore {

    private final Database database;
    private final Dialect dialect;
    private final Names names;
    private final CommitSql commits;
    private final ReadSql reads;
    private final LeaseSql leases;
    private final Claiming claiming;
    private final @Nullable FeedStore feed;
    private final RewriteSql rewriting;
    private final boolean isSharded;

    JdbcOrderStore(Database database, Dialect dialect, Names names) {
        this(
                database,
                dialect,
                names,
                database instanceof JoinedDatabase ? null : new JdbcFeed(database, dialect, names),
                false);
    }

    private JdbcOrderStore(
            Database database, Dialect dialect, Names names, @Nullable FeedStore feed, boolean isSharded) {
        this.database = database;
        this.dialect = dialect;
        this.names = names;
        this.commits = new CommitSql(dialect, names);
        this.reads = new ReadSql(names);
        this.leases = new LeaseSql(names);
        this.claiming = dialect.claiming(names);
        this.feed = feed;
        this.isSharded = isSharded;
        this.rewriting = new RewriteSql(dialect, names);
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
                SqliteDatabase.open(file, SqliteDialect.schema(), SqliteDatabase.PATIENCE),
                SqliteDialect.INSTANCE,
                Names.USUAL);
    }

    /**
     * A store in PostgreSQL, 14 or later, with its tables created where connections create tables. A commit is one statement, so
     * one round trip; callers that claim at once pass over each other's orders.
     *
     * <p>What {@link #postgresql(DataSource, JdbcOptions)} says of the data source holds here too.
     */
    public static JdbcOrderStore postgresql(DataSource source) {
        return postgresql(source, JdbcOptions.DEFAULT);
    }

    /**
     * A store in PostgreSQL, 14 or later.
     *
     * @param source a pool of connections, which the host closes. Its connections are left as they come: they should commit by
     *     themselves ({@code autoCommit}) and be isolated as {@code READ COMMITTED}, else each call costs further round trips. The
     *     database's encoding is UTF-8
     * @throws StoreUnavailableException if the database cannot be reached, or its tables are not as {@code options} say
     */
    public static JdbcOrderStore postgresql(DataSource source, JdbcOptions options) {
        return open(source, PostgresDialect.INSTANCE, options);
    }

    /** A store in MariaDB or MySQL, with its tables created in the database of the connections. */
    public static JdbcOrderStore mysql(DataSource source) {
        return mysql(source, JdbcOptions.DEFAULT);
    }

    /**
     * A store in MariaDB, 10.8 or later, or MySQL, 8.0.17 or later. It is tested with MariaDB; MySQL speaks the same dialect. Ids of
     * orders have at most 512 characters there, ids of commands at most 255.
     *
     * @param source a pool of connections, which the host closes; set it to {@code READ COMMITTED}, for these databases isolate
     *     connections otherwise by themselves, and each call then costs further round trips
     * @throws StoreUnavailableException if the database cannot be reached, or its tables are not as {@code options} say
     */
    public static JdbcOrderStore mysql(DataSource source, JdbcOptions options) {
        return open(source, MysqlDialect.INSTANCE, options);
    }

    /** A store in an engine that speaks PostgreSQL's protocol, with its tables created where connections create tables. */
    public static JdbcOrderStore portable(DataSource source) {
        return portable(source, JdbcOptions.DEFAULT);
    }

    /**
     * A store in an engine that speaks PostgreSQL's protocol but not all of it. Its statements are standard SQL, there is no
     * transaction over two orders, and every key begins with the order's id, so that tables can be spread over several databases
     * by it.
     *
     * @param source a pool of connections, which the host closes
     * @throws StoreUnavailableException if the database cannot be reached, or its tables are not as {@code options} say
     */
    public static JdbcOrderStore portable(DataSource source, JdbcOptions options) {
        return open(source, PortableDialect.INSTANCE, options);
    }

    /**
     * A store whose orders are spread over several databases by their ids, behind a data source that finds the right one, such as
     * ShardingSphere's. {@code docs/beyond-one-database.md} says how, what it costs, and what it cannot.
     *
     * <p>Each database has the tables of a {@link #portable} store, which are made or checked there as {@code options} say, and a feed of its own;
     * the store's feed joins them. Ids of orders are ASCII only, for others would be listed in another order than in one database.
     *
     * @param source spreads statements over the databases
     * @param databases the databases themselves, always in the same order
     * @throws StoreUnavailableException if one cannot be reached, or its tables are not as {@code options} say
     */
    public static JdbcOrderStore sharded(DataSource source, List<DataSource> databases, JdbcOptions options) {
        if (databases.isEmpty()) {
            throw new IllegalArgumentException("orders cannot be spread over no database; give at least one");
        }
        List<JdbcFeed> feeds = databases.stream()
                .map(each -> new JdbcFeed(
                        PooledDatabase.open(each, PortableDialect.INSTANCE, options),
                        PortableDialect.INSTANCE,
                        options.names()))
                .toList();
        JdbcOptions left = options.tables(JdbcOptions.Tables.LEFT_ALONE);
        return new JdbcOrderStore(
                PooledDatabase.open(source, PortableDialect.INSTANCE, left),
                PortableDialect.INSTANCE,
                options.names(),
                new ShardedFeed(feeds),
                true);
    }

    private static JdbcOrderStore open(DataSource source, Dialect dialect, JdbcOptions options) {
        return new JdbcOrderStore(PooledDatabase.open(source, dialect, options), dialect, options.names());
    }

    /**
     * This store within a transaction of the host's, which has to be in the same database. What is written by it becomes visible when the
     * host commits, and never if it rolls back. Each write stands behind a savepoint: what is refused or fails leaves the transaction as
     * it was.
     *
     * <pre>{@code
     * connection.setAutoCommit(false);
     * tickets.insert(connection, ticket);
     * Outcome outcome = engine.execute(PlaceOrder.of("o-1").line("SEAT", 1).build(), store.within(connection));
     * connection.commit();
     * }</pre>
     *
     * <p>It is used by one thread, as the connection is, and until the transaction ends. It has no feed.
     *
     * @param connection isolated as {@code READ COMMITTED} where the database has levels of isolation, and not committing by itself
     * @throws TransactionRefusedException if there is no transaction, or it is isolated in another way
     */
    public OrderStore within(Connection connection) {
        return new JdbcOrderStore(JoinedDatabase.join(connection, dialect, database.toString()), dialect, names);
    }

    @Override
    public Optional<StoredOrder> load(String orderId) {
        return database.read("loading", orderId, session -> reads.load(session, orderId));
    }

    @Override
    public CommitResult commit(Commit commit) {
        // Written out before anything is locked. What fails here fails with its own exception, and nothing was written.
        byte[] document = commit.document().bytes();
        byte[] events = commit.row().events().bytes();
        Database.Work<Boolean> writing = session -> commits.write(session, commit, document, events);
        boolean isWritten = commits.isOneStatement(commit)
                ? database.once("commit", commit.orderId(), writing)
                : database.write("commit", commit.orderId(), writing);
        return isWritten ? CommitResult.COMMITTED : refused(commit);
    }

    /** Why a commit was not written. Its command counts, whatever else does not fit (S4.1). */
    private CommitResult refused(Commit commit) {
        String orderId = commit.orderId();
        String commandId = commit.row().commandId();
        return commandId != null
                        && database.read(
                                "finding a command",
                                orderId,
                                session -> commits.hasCommand(session, orderId, commandId))
                ? CommitResult.DUPLICATE
                : CommitResult.CONFLICT;
    }

    @Override
    public Optional<HistoryRow> findCommand(String orderId, String commandId) {
        return database.read("finding a command", orderId, session -> reads.findCommand(session, orderId, commandId));
    }

    @Override
    public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
        requireLimit(limit);
        return database.read(
                "reading the history", orderId, session -> reads.history(session, orderId, fromRevision, limit));
    }

    @Override
    public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
        requireLimit(limit);
        Objects.requireNonNull(owner, "owner");
        if (leaseFor.isNegative() || leaseFor.isZero()) {
            throw new IllegalArgumentException("A lease for " + leaseFor + " ends before it begins");
        }
        return claiming.claim(database, now, now.plus(leaseFor), owner, limit);
    }

    @Override
    public void setAside(Claim claim, Instant due) {
        database.write("set-aside", claim.orderId(), session -> leases.setAside(session, claim, due));
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
    public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
        requireLimit(limit);
        OrderPlace behind = after == null ? null : OrderPlace.of(after, criteria);
        return database.read(
                "finding orders", null, session -> finding(session, criteria).page(behind, limit));
    }

    @Override
    public long count(OrderCriteria criteria, int most) {
        requireLimit(most);
        OrderCriteria newest = criteria.sorted(OrderSort.By.PLACED, false);
        return database.read(
                "counting orders", null, session -> finding(session, newest).count(most));
    }

    private FindSql finding(Session session, OrderCriteria criteria) {
        return new FindSql(session, names, criteria);
    }

    @Override
    public List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay) {
        OrderCriteria newest = criteria.sorted(OrderSort.By.PLACED, false);
        List<OrderColumn<String>> groups = OrderSum.groups(by);
        return database.read("summing orders", null, session -> SumSql.sums(session, names, newest, groups, isByDay));
    }

    @Override
    public boolean takesAsciiIdsOnly() {
        return isSharded;
    }

    @Override
    public Optional<FeedStore> feed() {
        return Optional.ofNullable(feed);
    }

    @Override
    public boolean rewrite(Rewrite rewrite) {
        return database.write("rewriting", rewrite.orderId(), session -> rewriting.rewrite(session, rewrite));
    }

    @Override
    public boolean archive(String orderId, long revision, Document mark) {
        return database.write("archiving", orderId, session -> rewriting.archive(session, orderId, revision, mark));
    }

    /**
     * Closes the connections of a file, once what is running on them has ended; the connections of a data source are the host's.
     * Every later call finds the store unavailable.
     */
    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return "JdbcOrderStore on " + database;
    }

    static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit of " + limit + " asks for nothing: 1 is the least");
        }
    }
}
