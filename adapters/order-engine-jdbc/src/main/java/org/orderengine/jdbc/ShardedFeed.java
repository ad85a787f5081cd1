package org.orderengine.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.FeedSubscription;
import org.orderengine.spi.store.QueryRefusedException;

/**
 * The feed of orders that are spread over several databases, each of which has a feed of its own. A place is one number for each database,
 * such as {@code 12-0-7}. All commits of an order lie in one database, so that they come in order. Subscriptions are kept in the first one.
 */
final class ShardedFeed implements FeedStore {

    private final List<JdbcFeed> shards;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param shards the feed of each database, always in the same order */
    ShardedFeed(List<JdbcFeed> shards) {
        this.shards = List.copyOf(shards);
    }

    /** In one database at a time, the next one first with each call. */
    @Override
    public int gather() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < shards.size(); i++) {
            int gathered = shards.get(Math.floorMod(first + i, shards.size())).gather();
            if (gathered > 0) {
                return gathered;
            }
        }
        return 0;
    }

    /**
     * Reads the databases one after the other, each up to its share of the limit and then what the others leave of it. Which comes first
     * changes with the place, so that one that always has more keeps none waiting.
     */
    @Override
    public FeedPage read(@Nullable String after, @Nullable String tenant, int limit) {
        JdbcOrderStore.requireLimit(limit);
        Reading reading = new Reading(numbers(after), tenant, limit);
        int share = (limit + shards.size() - 1) / shards.size();
        int first = (int) Math.floorMod(LongStream.of(reading.places).sum(), (long) shards.size());
        for (int i = 0; i < shards.size(); i++) {
            reading.read((first + i) % shards.size(), share);
        }
        for (int i = 0; i < shards.size(); i++) {
            reading.read((first + i) % shards.size(), limit);
        }
        return new FeedPage(reading.rows, place(reading.places), reading.hasMore());
    }

    /** A page in the making, for one thread. */
    private final class Reading {

        private final long[] places;
        private final @Nullable String tenant;
        private final boolean[] isAtEnd;
        private final List<FeedRow> rows = new ArrayList<>();
        private int left;

        Reading(long[] places, @Nullable String tenant, int limit) {
            this.places = places;
            this.tenant = tenant;
            this.isAtEnd = new boolean[places.length];
            this.left = limit;
        }

        /** Reads some of one database. Its rows are given places that say where the others stand too. */
        void read(int shard, int most) {
            int limit = Math.min(most, left);
            if (limit == 0 || isAtEnd[shard]) {
                return;
            }
            long before = places[shard];
            FeedPage page = shards.get(shard).read(FeedSql.place(places[shard]), tenant, limit);
            for (FeedRow row : page.rows()) {
                places[shard] = FeedSql.number(row.position());
                rows.add(new FeedRow(String.valueOf(place(places)), row.orderId(), row.row(), row.columns()));
            }
            long last = FeedSql.number(page.next());
            left -= (int) Math.min(limit, last - before);
            places[shard] = last;
            isAtEnd[shard] = !page.hasMore();
        }

        boolean hasMore() {
            for (boolean ended : isAtEnd) {
                if (!ended) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public @Nullable String end() {
        return place(
                shards.stream().mapToLong(shard -> FeedSql.number(shard.end())).toArray());
    }

    @Override
    public FeedLag lag(@Nullable String after) {
        long[] places = numbers(after);
        long commits = 0;
        Instant since = null;
        for (int shard = 0; shard < places.length; shard++) {
            FeedLag lag = shards.get(shard).lag(FeedSql.place(places[shard]));
            commits += lag.commits();
            since = since == null || (lag.since() != null && lag.since().isBefore(since)) ? lag.since() : since;
        }
        return new FeedLag(commits, since);
    }

    /** The numbers of a place, one for each database. */
    private long[] numbers(@Nullable String place) {
        long[] numbers = new long[shards.size()];
        if (place == null) {
            return numbers;
        }
        String[] parts = place.split("-", -1);
        if (parts.length != numbers.length) {
            throw QueryRefusedException.positionUnfit();
        }
        for (int shard = 0; shard < numbers.length; shard++) {
            numbers[shard] = parts[shard].equals("0") ? 0 : FeedSql.number(parts[shard]);
        }
        if (Arrays.stream(numbers).allMatch(number -> number == 0)) {
            throw QueryRefusedException.positionUnfit();
        }
        return numbers;
    }

    private static @Nullable String place(long[] numbers) {
        return Arrays.stream(numbers).allMatch(number -> number == 0)
                ? null
                : Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining("-"));
    }

    private JdbcFeed first() {
        return shards.get(0);
    }

    @Override
    public void enroll(String name, @Nullable String start) {
        numbers(start);
        first().keep(name, start);
    }

    @Override
    public List<FeedSubscription> subscriptions() {
        return first().subscriptions();
    }

    @Override
    public boolean save(FeedSubscription changed) {
        return first().save(changed);
    }

    @Override
    public void remove(String name) {
        first().remove(name);
    }

    @Override
    public String toString() {
        return shards.toString();
    }
}
