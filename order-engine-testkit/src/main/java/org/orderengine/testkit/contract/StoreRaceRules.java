package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/** What must hold when threads race: S1.3, S2.3, S3.3, S4.1, S5.3, S5.4 and S10.1. */
abstract class StoreRaceRules extends StoreUpkeepRules {

    private static final int THREADS = 4;
    private static final long PATIENCE_SECONDS = 60;

    /** What one of several threads does in a race; its number counts from 0. */
    interface Racer<T> {
        T run(int number) throws Exception;
    }

    /** Lets threads start together and gives what each came back with. */
    static <T> List<T> race(int threads, Racer<T> racer) {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "racer");
            // A store that makes them try for ever shall not keep the tests from ending.
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> racers = IntStream.range(0, threads)
                    .mapToObj(number -> executor.submit(() -> {
                        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return racer.run(number);
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : racers) {
                results.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError("a thread failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException | TimeoutException stuck) {
            throw new AssertionError("the threads came to no end", stuck);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Ends a racer whose result is no longer waited for. */
    static void requireWanted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the race was called off");
        }
    }

    @Test
    void s3_3_of_racing_commits_of_one_revision_exactly_one_is_written() {
        OrderStore store = store();
        for (long next = 1; next <= 40; next++) {
            long revision = next;
            List<CommitResult> results = race(
                    THREADS,
                    number -> store.commit(revision(revision, "o-1")
                            .byCommand("c-" + revision + "-" + number)
                            .document(CommitBuilder.text("by " + number))
                            .build()));
            assertThat(results)
                    .filteredOn(result -> result == CommitResult.COMMITTED)
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(result -> result == CommitResult.CONFLICT)
                    .hasSize(THREADS - 1);
            int winner = results.indexOf(CommitResult.COMMITTED);
            StoredOrder order = store.load("o-1").orElseThrow();
            assertThat(order.revision()).isEqualTo(revision);
            assertThat(new String(order.document().bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("by " + winner);
            assertThat(store.findCommand("o-1", "c-" + revision + "-" + winner)).isPresent();
        }
        assertThat(store.history("o-1", 1, 1000)).hasSize(40);
    }

    @Test
    void s3_3_every_thread_that_tries_again_gets_its_commits_in() {
        OrderStore store = store();
        committed(store, revision(1, "o-1"));
        int each = 25;
        race(THREADS, number -> {
            for (int done = 0; done < each; ) {
                requireWanted();
                long seen = store.load("o-1").orElseThrow().revision();
                CommitResult result = store.commit(
                        revision(seen + 1, "o-1").byCommand(number + "-" + done).build());
                if (result == CommitResult.COMMITTED) {
                    done++;
                }
            }
            return number;
        });
        List<HistoryRow> history = store.history("o-1", 1, 1000);
        assertThat(history)
                .extracting(HistoryRow::revision)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1 + THREADS * each)
                        .mapToObj(Long::valueOf)
                        .toList());
        Set<String> commands =
                history.stream().skip(1).map(HistoryRow::commandId).collect(Collectors.toSet());
        assertThat(commands).hasSize(THREADS * each);
    }

    @Test
    void s4_1_of_racing_commits_of_one_command_exactly_one_is_written() {
        OrderStore store = store();
        committed(store, revision(1, "o-1"));
        for (int next = 0; next < 30; next++) {
            String command = "c-" + next;
            List<CommitResult> results = race(THREADS, number -> {
                while (true) {
                    requireWanted();
                    long seen = store.load("o-1").orElseThrow().revision();
                    CommitResult result = store.commit(
                            revision(seen + 1, "o-1").byCommand(command).build());
                    if (result != CommitResult.CONFLICT) {
                        return result;
                    }
                }
            });
            assertThat(results)
                    .filteredOn(result -> result == CommitResult.COMMITTED)
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(result -> result == CommitResult.DUPLICATE)
                    .hasSize(THREADS - 1);
        }
        assertThat(store.load("o-1").orElseThrow().revision()).isEqualTo(31);
    }

    @Test
    void s5_3_no_order_is_claimed_by_two_callers() {
        OrderStore store = store();
        int orders = 120;
        for (int i = 0; i < orders; i++) {
            committed(store, revision(1, "o-" + i).due(NOON.minusSeconds(i % 7)));
        }
        Instant now = NOON;
        for (long round = 1; round <= 3; round++) {
            Instant at = now;
            List<List<Claim>> claims = race(THREADS, number -> {
                List<Claim> own = new ArrayList<>();
                List<Claim> some;
                do {
                    requireWanted();
                    some = store.claimDue(at, LEASE, "node-" + number, 7);
                    own.addAll(some);
                } while (!some.isEmpty() && own.size() <= orders);
                return own;
            });
            List<Claim> all = claims.stream().flatMap(List::stream).toList();
            assertThat(all).hasSize(orders);
            assertThat(all).extracting(Claim::orderId).doesNotHaveDuplicates();
            long epoch = round;
            assertThat(all).allMatch(claim -> claim.leaseEpoch() == epoch);
            now = now.plus(LEASE);
        }
    }

    @Test
    void s5_4_a_claim_and_a_commit_that_race_leave_one_of_two_orders_of_events() {
        OrderStore store = store();
        for (int round = 0; round < 40; round++) {
            String id = "o-" + round;
            committed(store, revision(1, id).due(NOON));
            List<Object> results = race(
                    2,
                    number -> number == 0
                            ? store.commit(revision(2, id).due(null).build())
                            : store.claimDue(NOON, LEASE, "node", 10));
            StoredOrder after = store.load(id).orElseThrow();
            if (results.get(0) == CommitResult.COMMITTED) {
                assertThat(after.revision()).isEqualTo(2);
                assertThat(results.get(1)).as("nothing was due any more").isEqualTo(List.of());
                assertThat(after.leaseEpoch()).isZero();
            } else {
                assertThat(results.get(0)).isEqualTo(CommitResult.CONFLICT);
                assertThat(results.get(1)).isEqualTo(List.of(new Claim(id, 1, 1)));
                assertThat(after.revision()).isEqualTo(1);
                assertThat(after.leaseEpoch()).isEqualTo(1);
            }
        }
    }

    @Test
    void s2_3_readers_see_whole_commits_and_never_go_back() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").document(CommitBuilder.text("1")).state("s-1"));
        AtomicBoolean ended = new AtomicBoolean();
        Map<String, Long> seen = new ConcurrentHashMap<>();
        race(THREADS, number -> {
            if (number == 0) {
                try {
                    for (long revision = 2; revision <= 200; revision++) {
                        committed(
                                store,
                                revision(revision, "o-1")
                                        .document(CommitBuilder.text(Long.toString(revision)))
                                        .state("s-" + revision));
                        assertThat(store.load("o-1").orElseThrow().revision()).isEqualTo(revision);
                    }
                } finally {
                    ended.set(true);
                }
                return number;
            }
            long last = 0;
            boolean more = true;
            while (more) {
                requireWanted();
                more = !ended.get();
                last = requireWhole(store.load("o-1").orElseThrow(), last);
                OrderPage page = store.find(OrderCriteria.ALL, null, 10);
                assertThat(page.orders()).hasSize(1);
                last = requireWhole(page.orders().get(0), last);
                assertThat(byState(store, OrderCriteria.ALL).values()).containsExactly(1L);
                assertThat(store.history("o-1", last, 1)).hasSize(1);
            }
            seen.put("reader " + number, last);
            return number;
        });
        assertThat(seen.values()).hasSize(THREADS - 1).containsOnly(200L);
    }

    private static long requireWhole(StoredOrder order, long last) {
        assertThat(new String(order.document().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(Long.toString(order.revision()));
        assertThat(order.revision()).isGreaterThanOrEqualTo(last);
        return order.revision();
    }

    @Test
    void s10_1_commits_of_different_orders_go_through_side_by_side() {
        OrderStore store = store();
        race(THREADS, number -> {
            for (int i = 0; i < 20; i++) {
                String id = number + "-" + i;
                for (long revision = 1; revision <= 3; revision++) {
                    committed(
                            store, revision(revision, id).state("s-" + revision).buyer("buyer-" + i % 3));
                }
            }
            return number;
        });
        assertThat(byState(store, OrderCriteria.ALL)).isEqualTo(Map.of("s-3", THREADS * 20L));
        assertThat(found(store, OrderCriteria.ALL)).hasSize(THREADS * 20);
        assertThat(found(store, OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "buyer-2")))
                .hasSize(THREADS * 6);
    }
}
