package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.jdbc.Commits.commit;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.OrderStore;

/** A transaction that began early and ends late is followed all the same (S11.2): its number in the outbox is no place in the feed. */
class PostgresLateCommitTest {

    private static final String SCHEMA = "late_commit";

    enum Kind {
        POSTGRESQL,
        PORTABLE;

        OrderStore open(HeldSource source) {
            JdbcOptions options = JdbcOptions.DEFAULT.schema(SCHEMA);
            return this == POSTGRESQL
                    ? JdbcOrderStore.postgresql(source.source(), options)
                    : JdbcOrderStore.portable(source.source(), options);
        }
    }

    @BeforeEach
    void makeSchema() {
        PostgresServer.run("CREATE SCHEMA " + SCHEMA);
    }

    @AfterEach
    void dropSchema() {
        PostgresServer.run("DROP SCHEMA " + SCHEMA + " CASCADE");
    }

    private static List<String> ids(FeedPage page) {
        return page.rows().stream().map(FeedRow::orderId).toList();
    }

    @ParameterizedTest
    @EnumSource
    void it_comes_behind_those_that_began_later_and_were_read_before(Kind kind) throws Exception {
        HeldSource source = new HeldSource(PostgresServer.source());
        try (OrderStore store = kind.open(source)) {
            FeedStore feed = store.feed().orElseThrow();
            Thread early = source.hold(
                    () -> assertThat(store.commit(commit("a-early", 1))).isEqualTo(CommitResult.COMMITTED));
            assertThat(store.commit(commit("b-later", 1))).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.commit(commit("b-later", 2))).isEqualTo(CommitResult.COMMITTED);
            assertThat(feed.gather()).isEqualTo(2);
            FeedPage before = feed.read(null, null, 10);
            assertThat(ids(before)).containsExactly("b-later", "b-later");
            assertThat(feed.gather()).isZero();
            source.release(early);
            assertThat(feed.gather()).isEqualTo(1);
            assertThat(ids(feed.read(before.next(), null, 10))).containsExactly("a-early");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sequencer_that_was_overtaken_moves_nothing_twice(Kind kind) throws Exception {
        HeldSource source = new HeldSource(PostgresServer.source());
        try (OrderStore store = kind.open(source)) {
            FeedStore feed = store.feed().orElseThrow();
            store.commit(commit("o-1", 1));
            store.commit(commit("o-2", 1));
            if (kind == Kind.PORTABLE) {
                Thread slow = source.hold(() -> assertThat(feed.gather()).isEqualTo(2));
                Thread second = new Thread(() -> assertThat(feed.gather()).isZero());
                second.start();
                while (PostgresServer.ask(
                                "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query"
                                        + " LIKE '%" + SCHEMA + ".order_engine_sequencer%'")
                        .equals("0")) {
                    Thread.sleep(10);
                }
                source.release(slow);
                second.join();
            } else {
                try (var other = source.connection();
                        var statement = other.createStatement()) {
                    other.setAutoCommit(false);
                    statement.execute("SELECT 1 FROM " + SCHEMA + ".order_engine_sequencer FOR UPDATE");
                    assertThat(feed.gather()).as("while another has its turn").isZero();
                    other.rollback();
                    other.setAutoCommit(true);
                }
                assertThat(feed.gather()).isEqualTo(2);
            }
            assertThat(feed.gather()).isZero();
            assertThat(ids(feed.read(null, null, 10))).containsExactlyInAnyOrder("o-1", "o-2");
        }
    }
}
