package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.jdbc.Commits.commit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.testkit.contract.FeedContract;

/** The feeds of two databases, as one. Statements that are about one order are spread here by hand. */
class ShardedFeedTest extends FeedContract {

    private static final Schemas SCHEMAS =
            new Schemas("feed_shard", options -> JdbcOrderStore.portable(PostgresServer.source(), options));

    /** Spreads what the contract of feeds does over two stores. */
    private static final class Spread extends ForwardingOrderStore {

        private final OrderStore first;
        private final OrderStore second;
        private final FeedStore feed;

        Spread(OrderStore first, OrderStore second) {
            super(first);
            this.first = first;
            this.second = second;
            this.feed = new ShardedFeed(List.of(feedOf(first), feedOf(second)));
        }

        private static JdbcFeed feedOf(OrderStore store) {
            return (JdbcFeed) store.feed().orElseThrow();
        }

        private OrderStore shard(String orderId) {
            return Math.floorMod(orderId.hashCode(), 2) == 0 ? first : second;
        }

        @Override
        public CommitResult commit(Commit commit) {
            return shard(commit.orderId()).commit(commit);
        }

        @Override
        public Optional<StoredOrder> load(String orderId) {
            return shard(orderId).load(orderId);
        }

        @Override
        public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
            List<Claim> claims = new ArrayList<>(first.claimDue(now, leaseFor, owner, limit));
            claims.addAll(second.claimDue(now, leaseFor, owner, limit));
            return claims;
        }

        @Override
        public void release(Claim claim, @Nullable Instant due) {
            shard(claim.orderId()).release(claim, due);
        }

        @Override
        public Optional<FeedStore> feed() {
            return Optional.of(feed);
        }
    }

    @Override
    protected boolean isOneSequence() {
        return false;
    }

    @Override
    protected OrderStore open() {
        return new Spread(SCHEMAS.open(), SCHEMAS.open());
    }

    @Override
    protected OrderStore reopen(OrderStore store) {
        Spread spread = (Spread) store;
        return new Spread(SCHEMAS.reopen(spread.first), SCHEMAS.reopen(spread.second));
    }

    @Override
    protected void discard(OrderStore store) {
        Spread spread = (Spread) store;
        SCHEMAS.discard(spread.first);
        SCHEMAS.discard(spread.second);
    }

    @Test
    void a_database_that_always_has_more_keeps_the_other_waiting_for_no_longer_than_a_page() {
        Spread store = (Spread) open();
        for (int i = 0; i < 20; i++) {
            store.first.commit(commit("busy-" + i, 1));
        }
        store.second.commit(commit("rare", 1));
        FeedStore feed = store.feed().orElseThrow();
        while (feed.gather() > 0) {
            // There may be more.
        }
        FeedPage page = feed.read(null, null, 4);
        assertThat(page.rows()).hasSize(4).extracting(FeedRow::orderId).contains("rare");
        assertThat(page.hasMore()).isTrue();
        assertThat(page.next()).isEqualTo("3-1");
        assertThat(Objects.requireNonNull(feed.end())).isEqualTo("20-1");
        for (String none : List.of("3", "3-1-0", "0-0", "-1-2", "3-x", "3-")) {
            assertThatThrownBy(() -> feed.read(none, null, 1)).isInstanceOf(QueryRefusedException.class);
        }
        discard(store);
    }
}
