package org.orderengine.examples.shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.orderengine.feed.FeedEntry;
import org.orderengine.feed.Subscription;
import org.orderengine.spi.store.OrderColumn;

/** What accounting knows of the orders: it follows the feed, and keeps what it has seen with what it makes of it. */
final class Sales implements AutoCloseable {

    private final Database database;

    Sales(Path file) {
        this.database = new Database(
                file, "sales (order_id text primary key, revision integer not null, captured integer not null)");
    }

    // snippet: follow
    /** Every commit of every order. One that comes again is known by its revision; none may be missing. */
    Subscription following() {
        return Subscription.named("sales").fromBeginning().deliver(this::take);
    }

    private void take(FeedEntry entry) {
        long captured = Objects.requireNonNull(entry.columns().get(OrderColumn.CAPTURED));
        database.transact(connection -> {
            long last = revision(connection, entry.orderId());
            if (entry.revision() > last + 1) {
                throw new IllegalStateException("revision " + last + " is followed by " + entry.revision());
            }
            return entry.revision() <= last
                    ? 0
                    : Database.update(
                            connection,
                            "insert or replace into sales values (?, ?, ?)",
                            entry.orderId(),
                            entry.revision(),
                            captured);
        });
    }
    // end

    private static long revision(Connection connection, String order) throws SQLException {
        return Database.number(connection, "select revision from sales where order_id = ?", order);
    }

    /** How many commits were seen. */
    long commits() {
        return database.transact(connection -> Database.number(connection, "select sum(revision) from sales"));
    }

    /** What was captured of all orders, in cents. */
    long captured() {
        return database.transact(connection -> Database.number(connection, "select sum(captured) from sales"));
    }

    @Override
    public void close() {
        database.close();
    }
}
