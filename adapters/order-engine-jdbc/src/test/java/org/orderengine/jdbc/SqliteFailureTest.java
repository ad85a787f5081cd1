package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.orderengine.jdbc.Commits.NOON;
import static org.orderengine.jdbc.Commits.commit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/** S2.2, S10.2 and S10.5: a database that fails leaves nothing half written, and the store goes on when it is back. */
class SqliteFailureTest {

    private final Path file;
    private final OrderStore store;
    private final Connection intruder;

    SqliteFailureTest(@TempDir Path directory) throws SQLException {
        file = directory.resolve("orders.db");
        store = new JdbcOrderStore(
                SqliteDatabase.open(file, SqliteDialect.schema(), Duration.ofMillis(50)),
                SqliteDialect.INSTANCE,
                Names.USUAL);
        intruder = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @BeforeEach
    void place() {
        assertThat(store.commit(commit("o-1", 1))).isEqualTo(CommitResult.COMMITTED);
    }

    @AfterEach
    void close() throws SQLException {
        intruder.close();
        store.close();
    }

    private void intrude(String sql) throws SQLException {
        try (Statement statement = intruder.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_file_that_another_process_writes_to_is_unavailable_for_writing_and_readable() throws SQLException {
        intrude("BEGIN IMMEDIATE");
        assertThatThrownBy(() -> store.commit(commit("o-1", 2)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store " + file + ": commit of order o-1 failed: SQLITE_BUSY");
        assertThatThrownBy(() -> store.claimDue(NOON, Duration.ofMinutes(1), "node", 1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("claiming due orders failed: SQLITE_BUSY");
        assertThatThrownBy(() -> store.release(new Claim("o-1", 1, 0), null))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("release of order o-1 failed: SQLITE_BUSY");
        assertThat(store.load("o-1")).isPresent();
        assertThat(store.nextDue()).contains(NOON);
        intrude("ROLLBACK");
        assertThat(store.commit(commit("o-1", 2))).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    void a_commit_that_fails_half_way_leaves_nothing_and_works_when_tried_again() throws SQLException {
        intrude("ALTER TABLE order_engine_history RENAME TO hidden");
        assertThatThrownBy(() -> store.commit(commit("o-1", 2))).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.commit(commit("o-2", 1))).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.history("o-1", 1, 1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("reading the history of order o-1 failed: SQLITE_ERROR");
        assertThat(store.load("o-1").orElseThrow().revision()).isEqualTo(1);
        assertThat(store.load("o-2")).isEmpty();
        intrude("ALTER TABLE hidden RENAME TO order_engine_history");
        assertThat(store.commit(commit("o-1", 2))).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.commit(commit("o-2", 1))).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.history("o-1", 1, 10)).hasSize(2);
    }

    @Test
    void a_full_disk_leaves_nothing_and_the_store_goes_on_when_there_is_room() {
        // The page limit belongs to a connection, so this fills the store's own.
        try (SqliteDatabase database = SqliteDatabase.open(file, SqliteDialect.schema(), Duration.ofMillis(50));
                OrderStore full = new JdbcOrderStore(database, SqliteDialect.INSTANCE, Names.USUAL)) {
            database.write("shrinking", null, session -> session.parameters("PRAGMA max_page_count = 1")
                    .query(results -> results.next()));
            byte[] large = new byte[1 << 20];
            assertThatThrownBy(() -> full.commit(commit("o-1", 2, () -> large)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("Store " + file + ": commit of order o-1 failed: SQLITE_FULL");
            assertThat(full.load("o-1").orElseThrow().revision()).isEqualTo(1);
            assertThat(full.commit(commit("o-1", 2, () -> large)))
                    .as("on a new connection")
                    .isEqualTo(CommitResult.COMMITTED);
        }
    }

    @Test
    void failures_tell_nothing_of_what_was_to_be_written() throws SQLException {
        intrude("ALTER TABLE order_engine_orders RENAME TO hidden");
        Throwable failure = catchThrowable(() -> store.commit(commit("o-1", 2, Commits.text("secret document"))));
        assertThat(failure).isInstanceOf(StoreUnavailableException.class).hasMessageContaining("order o-1");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("secret");
        }
        Throwable search = catchThrowable(
                () -> store.find(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "secret buyer"), null, 10));
        assertThat(search).isInstanceOf(StoreUnavailableException.class);
        for (Throwable cause = search; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("secret");
        }
    }

    @Test
    void a_document_that_cannot_be_written_out_fails_as_itself_and_writes_nothing() {
        IllegalStateException broken = new IllegalStateException("broken");
        assertThatThrownBy(() -> store.commit(commit("o-1", 2, () -> {
                    throw broken;
                })))
                .isSameAs(broken);
        assertThat(store.load("o-1").orElseThrow().revision()).isEqualTo(1);
        assertThat(store.commit(commit("o-1", 2))).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    void a_closed_store_is_unavailable() {
        store.close();
        assertThatThrownBy(() -> store.load("o-1"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store " + file + ": loading of order o-1 after the store was closed");
        assertThatThrownBy(() -> store.commit(commit("o-1", 2))).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.nextDue()).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.claimDue(NOON, Duration.ofMinutes(1), "node", 1))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
