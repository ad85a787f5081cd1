package org.orderengine.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.FeedSubscription;

/** The feed of the orders in one database. */
final class JdbcFeed implements FeedStore {

    private final Database database;
    private final FeedSql feed;
    private final SubscriptionSql subscriptions;
    private final Gathering gathering;

    JdbcFeed(Database database, Dialect dialect, Names names) {
        this.database = database;
        this.feed = new FeedSql(dialect, names);
        this.subscriptions = new SubscriptionSql(dialect, names);
        this.gathering = dialect.gathering(names);
    }

    @Override
    public int gather() {
        return gathering.gather(database);
    }

    @Override
    public FeedPage read(@Nullable String after, @Nullable String tenant, int limit) {
        JdbcOrderStore.requireLimit(limit);
        long place = FeedSql.number(after);
        return database.read("reading the feed", null, session -> feed.read(session, place, tenant, limit));
    }

    @Override
    public @Nullable String end() {
        return FeedSql.place(database.read("looking for the end of the feed", null, feed::end));
    }

    @Override
    public FeedLag lag(@Nullable String after) {
        long place = FeedSql.number(after);
        return database.read("measuring the feed", null, session -> feed.lag(session, place));
    }

    @Override
    public void enroll(String name, @Nullable String start) {
        FeedSql.number(start);
        keep(name, start);
    }

    /** Keeps a subscription that begins behind a place of this feed or of another. */
    void keep(String name, @Nullable String start) {
        database.write("keeping a subscription", null, session -> subscriptions.insert(session, name, start));
    }

    @Override
    public List<FeedSubscription> subscriptions() {
        return database.read("reading the subscriptions", null, subscriptions::all);
    }

    @Override
    public boolean save(FeedSubscription changed) {
        return database.write("changing a subscription", null, session -> subscriptions.update(session, changed));
    }

    @Override
    public void remove(String name) {
        database.write("dropping a subscription", null, session -> subscriptions.delete(session, name));
    }

    @Override
    public String toString() {
        return "Feed of " + database;
    }
}
