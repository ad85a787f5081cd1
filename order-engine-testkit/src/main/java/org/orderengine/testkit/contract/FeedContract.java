package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.FeedSubscription;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.TermValue;

/**
 * The contract of a {@link FeedStore}: rules S11 and S12 of {@code docs/contract.md}, one by one. A store proves that it keeps them by a
 * test class of its own, as for {@link OrderStoreContract}.
 */
public abstract class FeedContract extends StoreRules {

    private static final int WRITERS = 4;
    private static final int EACH = 30;

    /** For the classes that extend it. */
    protected FeedContract() {}

    /**
     * Whether the feed is one sequence, so that everyone reads it in the same order. One that joins several, in which only an order's commits have
     * an order, says no.
     */
    protected boolean isOneSequence() {
        return true;
    }

    /** Asserts that the same commits were read, in the same order where there is one. */
    private void assertSameCommits(List<String> actual, List<String> expected) {
        if (isOneSequence()) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static FeedStore feed(OrderStore store) {
        return store.feed().orElseThrow(() -> new AssertionError("the store gives no feed"));
    }

    private static void gather(FeedStore feed) {
        while (feed.gather() > 0) {
            // There may be more.
        }
    }

    /** All that follows a place, read in parts. */
    private static List<FeedRow> follow(FeedStore feed, @Nullable String after, @Nullable String tenant, int limit) {
        List<FeedRow> rows = new ArrayList<>();
        String place = after;
        while (true) {
            FeedPage page = feed.read(place, tenant, limit);
            rows.addAll(page.rows());
            place = page.next();
            if (!page.hasMore()) {
                return rows;
            }
        }
    }

    private static List<FeedRow> all(FeedStore feed) {
        gather(feed);
        return follow(feed, null, null, 100);
    }

    private static List<String> shown(List<FeedRow> rows) {
        return rows.stream()
                .map(row -> row.orderId() + " " + row.row().revision())
                .toList();
    }

    @Test
    void s13_1_the_feed_shows_what_was_rewritten() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").buyer("ann"));
        Commit second = committed(store, revision(2, "o-1").buyer("ann"));
        Commit erased = revision(2, "o-1")
                .buyer("erased")
                .events(CommitBuilder.text("nothing personal"))
                .build();
        FeedStore feed = feed(store);
        gather(feed);

        Rewrite rewrite = new Rewrite(
                "o-1",
                2,
                second.document(),
                erased.index(),
                List.of(revision(1, "o-1").events(erased.row().events()).build().row(), erased.row()));
        assertThat(store.rewrite(rewrite)).isTrue();

        assertThat(all(feed)).hasSize(2).allSatisfy(row -> {
            assertThat(new String(row.row().events().bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("nothing personal");
            assertThat(Objects.requireNonNull(row.columns()).get(OrderColumn.BUYER))
                    .isEqualTo("erased");
        });
    }

    @Test
    void s14_1_the_feed_passes_over_what_was_archived_but_for_the_mark() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").buyer("ann"));
        committed(store, revision(2, "o-1").buyer("ann"));
        committed(store, revision(1, "o-2"));
        FeedStore feed = feed(store);
        gather(feed);

        assertThat(store.archive("o-1", 2, CommitBuilder.text("[]"))).isTrue();

        List<FeedRow> rows = all(feed);
        assertThat(shown(rows)).containsExactlyInAnyOrder("o-1 1", "o-2 1");
        rows.stream().filter(row -> row.orderId().equals("o-1")).forEach(row -> {
            assertThat(row.columns()).isNull();
            assertThat(new String(row.row().events().bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("[]");
        });
    }

    @Test
    void s11_1_commits_come_into_the_feed_once_and_what_was_refused_does_not() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        assertThat(all(feed)).isEmpty();
        assertThat(feed.end()).isNull();
        committed(store, revision(1, "o-1").byCommand("c-1"));
        assertThat(store.commit(revision(1, "o-1").build())).isEqualTo(CommitResult.CONFLICT);
        assertThat(store.commit(revision(2, "o-1").byCommand("c-1").build())).isEqualTo(CommitResult.DUPLICATE);
        assertThat(store.commit(revision(3, "o-1").build())).isEqualTo(CommitResult.CONFLICT);
        assertThat(shown(all(feed))).containsExactly("o-1 1");
        committed(store, revision(2, "o-1"));
        assertThat(shown(all(feed))).containsExactly("o-1 1", "o-1 2");
        assertThat(feed.gather()).isZero();
    }

    @Test
    void s11_1_claims_and_releases_come_into_no_feed() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        store.release(onlyClaim(store, NOON), null);
        assertThat(shown(all(feed(store)))).containsExactly("o-1 1");
    }

    @Test
    void s11_2_what_comes_later_comes_behind_what_was_read() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        committed(store, revision(1, "o-2"));
        gather(feed);
        FeedPage first = feed.read(null, null, 10);
        assertThat(shown(first.rows())).containsExactly("o-2 1");
        assertThat(first.next()).isEqualTo(first.rows().get(0).position()).isEqualTo(feed.end());
        committed(store, revision(1, "o-1"));
        gather(feed);
        assertThat(shown(feed.read(first.next(), null, 10).rows())).containsExactly("o-1 1");
        assertThat(feed.read(feed.end(), null, 10)).isEqualTo(new FeedPage(List.of(), feed.end(), false));
    }

    @Test
    void s11_3_more_commits_than_one_batch_come_in_the_order_of_their_revisions() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        int revisions = FeedStore.BATCH / 4 + 10;
        for (long revision = 1; revision <= revisions; revision++) {
            for (int order = 0; order < 4; order++) {
                committed(store, revision(revision, "o-" + order));
            }
        }
        assertThat(feed.gather()).isLessThanOrEqualTo(FeedStore.BATCH);
        List<FeedRow> rows = all(feed);
        assertThat(rows).hasSize(revisions * 4);
        assertWithoutGap(rows);
    }

    private static void assertWithoutGap(List<FeedRow> rows) {
        Map<String, Long> seen = new HashMap<>();
        for (FeedRow row : rows) {
            assertThat(row.row().revision())
                    .as("the revision of %s that follows", row.orderId())
                    .isEqualTo(seen.merge(row.orderId(), 1L, Long::sum));
        }
    }

    @Test
    void s11_4_a_row_gives_the_history_and_the_columns_as_the_commit_left_them() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        CommitBuilder full = revision(1, "o-1").byCommand("c-1");
        OrderColumn.ALL.forEach(column -> Samples.set(full, column));
        var first = committed(store, full.due(NOON));
        var second = committed(store, revision(2, "o-1").terms(Set.of(new TermValue(OrderTerm.SKU, "CUP")), Set.of()));
        List<FeedRow> rows = all(feed);
        assertSame(rows.get(0).row(), first.row());
        assertSame(rows.get(1).row(), second.row());
        for (OrderColumn<?> column : OrderColumn.ALL) {
            assertThat(columns(rows.get(0)).get(column))
                    .as("%s", column)
                    .isEqualTo(first.index().get(column));
            assertThat(columns(rows.get(1)).get(column))
                    .as("%s", column)
                    .isEqualTo(second.index().get(column));
        }
        assertThat(columns(rows.get(0)).due()).isNull();
        assertThat(columns(rows.get(1)).terms()).isEmpty();
    }

    private static OrderIndex columns(FeedRow row) {
        return Objects.requireNonNull(row.columns(), "columns");
    }

    @Test
    void s11_5_reading_looks_at_no_more_than_the_limit_and_gives_each_commit_once() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        for (int order = 0; order < 7; order++) {
            committed(store, revision(1, "o-" + order).with(OrderColumn.TENANT, order % 3 == 0 ? "acme" : null));
        }
        List<String> expected = shown(all(feed));
        assertThat(expected).hasSize(7).doesNotHaveDuplicates();
        for (int limit = 1; limit <= 8; limit++) {
            assertSameCommits(shown(follow(feed, null, null, limit)), expected);
            assertThat(feed.read(null, null, limit).rows()).hasSizeLessThanOrEqualTo(limit);
            assertThat(follow(feed, null, "acme", limit))
                    .extracting(FeedRow::orderId)
                    .containsExactlyInAnyOrder("o-0", "o-3", "o-6");
            assertThat(follow(feed, null, "another", limit)).isEmpty();
        }
        assertThatThrownBy(() -> feed.read(null, null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void s11_5_a_tenants_reader_gets_the_commits_that_left_the_order_with_it() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        committed(store, revision(1, "o-1").with(OrderColumn.TENANT, "acme"));
        committed(store, revision(2, "o-1").with(OrderColumn.TENANT, "Acme"));
        gather(feed);
        assertThat(shown(follow(feed, null, "acme", 10))).containsExactly("o-1 1");
        assertThat(shown(follow(feed, null, "Acme", 10))).containsExactly("o-1 2");
    }

    @Test
    void s11_6_nothing_is_lost_doubled_or_out_of_order_while_several_write_gather_and_follow() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<List<FeedRow>> results = StoreRaceRules.race(WRITERS + 3, number -> {
            if (number < WRITERS) {
                try {
                    write(store, number);
                } finally {
                    writing.decrementAndGet();
                }
                return List.of();
            }
            return followed(feed, writing, number == WRITERS + 2);
        });
        for (List<FeedRow> rows : results.subList(WRITERS, WRITERS + 3)) {
            assertThat(rows).hasSize(WRITERS * EACH);
            assertWithoutGap(rows);
            assertThat(rows).extracting(FeedRow::position).doesNotHaveDuplicates();
        }
        assertSameCommits(shown(results.get(WRITERS)), shown(all(feed)));
    }

    /** Two writers share an order, so that some of their commits are refused. */
    private static void write(OrderStore store, int number) throws InterruptedException {
        String order = "o-" + number % 2;
        for (int done = 0; done < EACH; ) {
            StoreRaceRules.requireWanted();
            long seen = store.load(order).map(found -> found.revision()).orElse(0L);
            if (store.commit(revision(seen + 1, order).build()) == CommitResult.COMMITTED) {
                done++;
            }
        }
    }

    private static List<FeedRow> followed(FeedStore feed, AtomicInteger writing, boolean onlyReads)
            throws InterruptedException {
        List<FeedRow> rows = new ArrayList<>();
        String place = null;
        boolean isOver = false;
        while (!isOver || rows.size() < WRITERS * EACH) {
            StoreRaceRules.requireWanted();
            isOver = writing.get() == 0;
            if (!onlyReads) {
                feed.gather();
            }
            FeedPage page = feed.read(place, null, 7);
            rows.addAll(page.rows());
            place = page.next();
        }
        return rows;
    }

    @Test
    void s11_7_and_s12_3_places_and_subscriptions_are_the_same_after_opening_again() {
        OrderStore store = store();
        for (int order = 0; order < 5; order++) {
            committed(store, revision(1, "o-" + order));
        }
        FeedStore feed = feed(store);
        gather(feed);
        FeedPage part = feed.read(null, null, 2);
        List<String> rest = new ArrayList<>(shown(follow(feed, part.next(), null, 10)));
        feed.enroll("search", part.next());
        FeedSubscription kept = only(feed);
        committed(store, revision(2, "o-0"));
        FeedStore again = feed(reopened(store));
        gather(again);
        rest.add("o-0 2");
        assertSameCommits(shown(follow(again, part.next(), null, 10)), rest);
        assertThat(only(again)).isEqualTo(kept);
        again.remove("search");
        assertThat(again.subscriptions()).isEmpty();
    }

    @Test
    void s11_8_the_lag_is_what_follows_a_place() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        assertThat(feed.lag(null)).isEqualTo(FeedLag.NONE);
        committed(store, revision(1, "o-1").at(NOON));
        committed(store, revision(2, "o-1").at(NOON.plusSeconds(5)));
        assertThat(feed.lag(null)).isEqualTo(new FeedLag(2, NOON));
        gather(feed);
        assertThat(feed.lag(null)).isEqualTo(new FeedLag(2, NOON));
        String first = feed.read(null, null, 1).next();
        assertThat(feed.lag(first)).isEqualTo(new FeedLag(1, NOON.plusSeconds(5)));
        assertThat(feed.lag(feed.end())).isEqualTo(FeedLag.NONE);
        for (String none : List.of("", "x", "-1", "0", "1.5", "99999999999999999999")) {
            assertThatThrownBy(() -> feed.read(none, null, 1))
                    .isInstanceOfSatisfying(QueryRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo(QueryRefusedException.POSITION_UNFIT));
        }
    }

    private static FeedSubscription only(FeedStore feed) {
        assertThat(feed.subscriptions()).hasSize(1);
        return feed.subscriptions().get(0);
    }

    @Test
    void s12_1_the_first_of_a_name_is_kept() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        committed(store, revision(1, "o-1"));
        gather(feed);
        feed.enroll("search", null);
        feed.enroll("search", feed.end());
        feed.enroll("Search", feed.end());
        assertThat(feed.subscriptions())
                .containsExactly(FeedSubscription.begun("Search", feed.end()), FeedSubscription.begun("search", null));
    }

    @Test
    void s12_2_saving_compares_versions_and_writes_all_parts() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        committed(store, revision(1, "o-1"));
        gather(feed);
        feed.enroll("search", null);
        Instant until = NOON.plusNanos(1);
        FeedSubscription leased = only(feed).next(null, new FeedSubscription.Lease("node", until), null);
        assertThat(feed.save(leased)).isTrue();
        assertThat(feed.save(leased)).isFalse();
        assertThat(only(feed)).isEqualTo(leased);
        String end = Objects.requireNonNull(feed.end());
        FeedSubscription failed =
                leased.next(end, leased.lease(), new FeedSubscription.Trouble(end, 3, NOON, "it broke"));
        assertThat(feed.save(failed)).isTrue();
        assertThat(only(feed)).isEqualTo(failed);
        FeedSubscription stopped = failed.next(null, null, new FeedSubscription.Trouble(end, 4, null, "it broke"));
        assertThat(feed.save(stopped)).isTrue();
        assertThat(only(feed)).isEqualTo(stopped);
        assertThat(feed.save(failed.next(end, null, null))).isFalse();
        assertThat(feed.save(stopped.next(end, null, null).next(end, null, null)))
                .as("a version was left out")
                .isFalse();
        FeedSubscription free = stopped.next(end, null, null);
        assertThat(feed.save(free)).isTrue();
        assertThat(only(feed)).isEqualTo(free);
        assertThat(feed.save(FeedSubscription.begun("unknown", null).next(end, null, null)))
                .isFalse();
    }

    @Test
    void s12_2_of_racing_callers_exactly_one_writes() {
        OrderStore store = store();
        FeedStore feed = feed(store);
        feed.enroll("search", null);
        for (int round = 0; round < 20; round++) {
            FeedSubscription before = only(feed);
            List<Boolean> saved = StoreRaceRules.race(
                    WRITERS,
                    number -> feed.save(before.next(null, new FeedSubscription.Lease("node " + number, NOON), null)));
            assertThat(saved).containsOnlyOnce(true);
            assertThat(only(feed).lease())
                    .isEqualTo(new FeedSubscription.Lease(
                            "node "
                                    + IntStream.range(0, WRITERS)
                                            .filter(saved::get)
                                            .findFirst()
                                            .orElseThrow(),
                            NOON));
        }
    }
}
