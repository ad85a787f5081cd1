package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.orderengine.jdbc.Commits.NOON;
import static org.orderengine.jdbc.Commits.commit;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/** S2.2, S10.2 and S10.5 on PostgreSQL: what fails leaves nothing half written, and what may be tried again is. */
class PostgresFailureTest {

    private static final String SCHEMA = "failure_test";

    private HikariDataSource pool = PostgresServer.pool(2);
    private OrderStore store = open();

    private OrderStore open() {
        PostgresServer.run("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE", "CREATE SCHEMA " + SCHEMA);
        return JdbcOrderStore.postgresql(pool, JdbcOptions.DEFAULT.schema(SCHEMA));
    }

    @BeforeEach
    void place() {
        assertThat(store.commit(commit("o-1", 1))).isEqualTo(CommitResult.COMMITTED);
    }

    @AfterEach
    void close() {
        store.close();
        pool.close();
    }

    @Test
    void a_commit_whose_second_half_fails_leaves_nothing_and_works_when_tried_again() {
        String history = SCHEMA + ".order_engine_history";
        PostgresServer.run("ALTER TABLE " + history + " RENAME TO hidden");
        assertThatThrownBy(() -> store.commit(commit("o-1", 2)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store PostgreSQL postgres: commit of order o-1 failed: SQL state 42P01");
        assertThatThrownBy(() -> store.commit(commit("o-2", 1))).isInstanceOf(StoreUnavailableException.class);
        assertThat(store.load("o-1").orElseThrow().revision()).isEqualTo(1);
        assertThat(store.load("o-2")).isEmpty();
        PostgresServer.run("ALTER TABLE " + SCHEMA + ".hidden RENAME TO order_engine_history");
        assertThat(store.commit(commit("o-1", 2))).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.history("o-1", 1, 10)).hasSize(2);
    }

    @Test
    void a_commit_that_repeats_a_command_on_the_next_revision_undoes_what_it_did_to_the_order() {
        PostgresServer.run("UPDATE " + SCHEMA + ".order_engine_history SET command_id = 'secret-2'");
        assertThat(store.commit(commit("o-1", 2))).isEqualTo(CommitResult.DUPLICATE);
        assertThat(store.load("o-1").orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void a_server_that_ends_a_connection_in_the_middle_is_unavailable_and_then_there_again() throws Exception {
        try (Connection intruder = PostgresServer.plainSource().getConnection();
                Statement statement = intruder.createStatement()) {
            intruder.setAutoCommit(false);
            statement.execute("SELECT 1 FROM " + SCHEMA + ".order_engine_orders FOR UPDATE");
            CountDownLatch ended = new CountDownLatch(1);
            Throwable[] failure = new Throwable[1];
            Thread waiting = new Thread(() -> {
                failure[0] = catchThrowable(() -> store.commit(commit("o-1", 2)));
                ended.countDown();
            });
            waiting.start();
            String end = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND query LIKE '%" + SCHEMA + "%'";
            while (PostgresServer.ask(end).equals("0")) {
                Thread.sleep(10);
            }
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(failure[0])
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("commit of order o-1 failed: SQL state 57P01");
        }
        assertThat(store.load("o-1").orElseThrow().revision()).isEqualTo(1);
        assertThat(store.commit(commit("o-1", 2))).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    void what_the_database_undoes_for_the_sake_of_others_is_tried_again_and_not_for_ever() {
        // A commit on the revision 2 is undone by a trigger as often as the sequence has not come to 3.
        PostgresServer.run(
                "CREATE SEQUENCE " + SCHEMA + ".tries",
                "CREATE FUNCTION " + SCHEMA + ".undo() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('"
                        + SCHEMA
                        + ".tries') < 3 OR NEW.order_id = 'never' THEN RAISE EXCEPTION 'undone' USING ERRCODE = '40001';"
                        + " END IF; RETURN NEW; END $$",
                "CREATE TRIGGER undo BEFORE INSERT ON " + SCHEMA
                        + ".order_engine_history FOR EACH ROW EXECUTE FUNCTION " + SCHEMA + ".undo()");
        assertThat(store.commit(commit("o-1", 2))).isEqualTo(CommitResult.COMMITTED);
        assertThat(PostgresServer.ask("SELECT last_value FROM " + SCHEMA + ".tries"))
                .isEqualTo("3");
        assertThatThrownBy(() -> store.commit(commit("never", 1)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("commit of order never failed: SQL state 40001");
        assertThat(store.load("never")).isEmpty();
    }

    @Test
    void failures_tell_nothing_of_what_was_to_be_written() {
        PostgresServer.run(
                "ALTER TABLE " + SCHEMA + ".order_engine_orders ADD CHECK (state <> 'created' OR revision < 2)");
        Throwable failure = catchThrowable(() -> store.commit(commit("o-1", 2, Commits.text("secret document"))));
        assertThat(failure).isInstanceOf(StoreUnavailableException.class).hasMessageContaining("order o-1");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("secret");
        }
    }

    @Test
    void a_database_that_cannot_be_reached_is_unavailable() {
        pool.close();
        assertThatThrownBy(() -> store.load("o-1")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> JdbcOrderStore.postgresql(pool))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("The database cannot be opened");
    }

    @Test
    void a_closed_store_is_unavailable_and_leaves_the_pool_open() throws Exception {
        store.close();
        assertThatThrownBy(() -> store.claimDue(NOON, Duration.ofMinutes(1), "node", 1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store PostgreSQL postgres: claiming due orders after the store was closed");
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
