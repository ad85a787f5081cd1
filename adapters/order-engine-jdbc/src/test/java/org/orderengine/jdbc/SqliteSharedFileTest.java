package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.jdbc.Commits.NOON;
import static org.orderengine.jdbc.Commits.commit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.OrderStore;

/** S3.3 and S5.3 between two stores on one file, which know of each other no more than two processes do. */
class SqliteSharedFileTest {

    private final OrderStore one;
    private final OrderStore other;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    SqliteSharedFileTest(@TempDir Path directory) {
        one = JdbcOrderStore.sqlite(directory.resolve("orders.db"));
        other = JdbcOrderStore.sqlite(directory.resolve("orders.db"));
    }

    @BeforeEach
    void place() {
        assertThat(one.commit(commit("o-1", 1))).isEqualTo(CommitResult.COMMITTED);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        one.close();
        other.close();
    }

    private <T> List<T> both(Callable<T> first, Callable<T> second) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(List.of(first, second))) {
            results.add(result.get());
        }
        return results;
    }

    @Test
    void racing_commits_of_one_revision_are_written_once() throws Exception {
        for (long next = 2; next <= 60; next++) {
            long revision = next;
            // Both carry the same command id, so that the later one is told apart as a duplicate.
            assertThat(both(() -> one.commit(commit("o-1", revision)), () -> other.commit(commit("o-1", revision))))
                    .containsExactlyInAnyOrder(CommitResult.COMMITTED, CommitResult.DUPLICATE);
            assertThat(one.load("o-1").orElseThrow().revision()).isEqualTo(revision);
            assertThat(other.load("o-1").orElseThrow().revision()).isEqualTo(revision);
        }
    }

    @Test
    void no_order_is_claimed_through_both() throws Exception {
        for (int i = 2; i <= 60; i++) {
            one.commit(commit("o-" + i, 1));
        }
        List<Claim> claims = new ArrayList<>();
        int before;
        do {
            before = claims.size();
            both(
                            () -> one.claimDue(NOON, Duration.ofMinutes(1), "one", 4),
                            () -> other.claimDue(NOON, Duration.ofMinutes(1), "other", 4))
                    .forEach(claims::addAll);
        } while (claims.size() > before);
        assertThat(claims).hasSize(60);
        assertThat(claims).extracting(Claim::orderId).doesNotHaveDuplicates();
    }
}
