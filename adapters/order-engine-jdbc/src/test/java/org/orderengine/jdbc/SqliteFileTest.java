package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.jdbc.Commits.commit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.StoredOrder;

/** How a SQLite file is opened, set and kept up to date. */
class SqliteFileTest {

    private static final int NEWEST = SqliteDialect.schema().newest();

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("orders.db");
    }

    /** The tables, and a version behind the newest one. */
    private static Schema followedBy(String... statements) {
        List<List<String>> versions = new ArrayList<>(SqliteDialect.schema().versions());
        List<String> next = new ArrayList<>(List.of(statements));
        next.add("INSERT INTO order_engine_schema (version) VALUES (" + (NEWEST + 1) + ")");
        versions.add(next);
        return new Schema(SqliteDialect.schema().table(), versions);
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            assertThat(results.next()).isTrue();
            return results.getString(1);
        }
    }

    @Test
    void every_connection_writes_ahead_and_flushes_fully() {
        try (SqliteDatabase database = SqliteDatabase.open(file(), SqliteDialect.schema(), SqliteDatabase.PATIENCE)) {
            String[][] expected = {{"journal_mode", "wal"}, {"synchronous", "2"}, {"busy_timeout", "5000"}};
            for (String[] setting : expected) {
                Database.Work<String> ask = session -> session.parameters("PRAGMA " + setting[0])
                        .query(results -> results.next() ? results.getString(1) : "nothing");
                assertThat(database.write("asking", null, ask)).as(setting[0]).isEqualTo(setting[1]);
                assertThat(database.read("asking", null, ask)).as(setting[0]).isEqualTo(setting[1]);
            }
        }
    }

    @Test
    void reading_connections_do_not_write() {
        try (SqliteDatabase database = SqliteDatabase.open(file(), SqliteDialect.schema(), SqliteDatabase.PATIENCE)) {
            assertThatThrownBy(() -> database.read(
                            "writing", null, session -> session.parameters("DELETE FROM order_engine_orders")
                                    .update()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("SQLITE_READONLY");
        }
    }

    @Test
    void tables_of_a_newer_version_are_refused_and_left_alone() throws SQLException {
        JdbcOrderStore.sqlite(file()).close();
        int newer = NEWEST + 1;
        run("INSERT INTO order_engine_schema (version) VALUES (" + newer + ")");
        assertThatThrownBy(() -> JdbcOrderStore.sqlite(file()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store " + file() + " was written by a newer order-engine: its schema version is " + newer
                        + ", this one knows versions up to " + NEWEST + ". Open it with a version that is as new");
        assertThat(ask("SELECT COUNT(*) FROM order_engine_schema")).isEqualTo(String.valueOf(newer));
    }

    @Test
    void tables_of_an_older_version_are_brought_up_to_date_and_keep_their_rows() throws SQLException {
        try (OrderStore store = JdbcOrderStore.sqlite(file())) {
            store.commit(commit("o-1", 1));
        }
        Schema next =
                followedBy("ALTER TABLE order_engine_orders ADD COLUMN later TEXT", "CREATE TABLE added (one TEXT)");
        SqliteDatabase.open(file(), next, SqliteDatabase.PATIENCE).close();
        SqliteDatabase.open(file(), next, SqliteDatabase.PATIENCE).close();
        assertThat(ask("SELECT MAX(version) FROM order_engine_schema")).isEqualTo(String.valueOf(NEWEST + 1));
        assertThat(ask("SELECT COUNT(*) FROM order_engine_orders WHERE later IS NULL"))
                .isEqualTo("1");
    }

    @Test
    void orders_of_the_first_version_are_listed_among_new_ones_and_live_on() throws SQLException {
        Schema first = new Schema(
                SqliteDialect.schema().table(),
                SqliteDialect.schema().versions().subList(0, 1));
        SqliteDatabase.open(file(), first, SqliteDatabase.PATIENCE).close();
        run(
                "INSERT INTO order_engine_orders VALUES ('old', 2, 0, NULL, NULL, NULL, NULL, 5, 'p', 1, 'created', 0, 0, 0,"
                        + " 'ann', NULL, NULL, NULL, x'00')",
                "INSERT INTO order_engine_history VALUES ('old', 1, 'c-1', 7, 6, x'00'), ('old', 2, NULL, 7, 9, x'00')");
        try (OrderStore store = JdbcOrderStore.sqlite(file())) {
            OrderCriteria lately = OrderCriteria.ALL.sorted(OrderSort.By.UPDATED, false);
            assertThat(store.commit(commit("new", 1))).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.find(lately, null, 9).orders())
                    .extracting(StoredOrder::orderId)
                    .containsExactly("new", "old");
            assertThat(ask("SELECT updated_at FROM order_engine_orders WHERE order_id = 'old'"))
                    .isEqualTo("9");
            assertThat(store.commit(commit("old", 3))).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.count(OrderCriteria.ALL, 9)).isEqualTo(2);
        }
    }

    @Test
    void an_update_of_the_tables_that_fails_changes_nothing() throws SQLException {
        JdbcOrderStore.sqlite(file()).close();
        Schema broken = followedBy("CREATE TABLE added (one TEXT)", "CREATE NONSENSE");
        assertThatThrownBy(() -> SqliteDatabase.open(file(), broken, SqliteDatabase.PATIENCE))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store " + file() + ": opening failed: SQLITE_ERROR");
        assertThat(ask("SELECT MAX(version) FROM order_engine_schema")).isEqualTo(String.valueOf(NEWEST));
        assertThat(ask("SELECT COUNT(*) FROM sqlite_master WHERE name = 'added'"))
                .isEqualTo("0");
        JdbcOrderStore.sqlite(file()).close();
    }

    @Test
    void a_file_may_hold_a_hosts_own_tables_too() throws SQLException {
        run("CREATE TABLE orders (id TEXT)", "INSERT INTO orders VALUES ('mine')");
        try (OrderStore store = JdbcOrderStore.sqlite(file())) {
            assertThat(store.commit(commit("o-1", 1))).isEqualTo(CommitResult.COMMITTED);
        }
        assertThat(ask("SELECT id FROM orders")).isEqualTo("mine");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws IOException {
        Files.writeString(
                file(), "Dear diary, this is longer than the header of a database, and it is none.\n".repeat(9));
        String before = Files.readString(file());
        assertThatThrownBy(() -> JdbcOrderStore.sqlite(file()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store " + file() + ": opening failed: SQLITE_NOTADB");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void a_directory_that_is_not_there_is_named() {
        Path nowhere = directory.resolve("nowhere");
        assertThatThrownBy(() -> JdbcOrderStore.sqlite(nowhere.resolve("orders.db")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith("cannot be opened: there is no directory " + nowhere);
    }

    @Test
    void a_name_that_the_driver_would_misread_is_refused() {
        assertThatThrownBy(() -> JdbcOrderStore.sqlite(directory.resolve("orders.db?mode=memory")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("question mark");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_store_that_was_dropped_without_closing_is_opened_again_as_it_was() {
        OrderStore dropped = JdbcOrderStore.sqlite(file());
        dropped.commit(commit("o-1", 1));
        try (OrderStore store = JdbcOrderStore.sqlite(file())) {
            assertThat(store.load("o-1")).isPresent();
            assertThat(store.commit(commit("o-1", 2))).isEqualTo(CommitResult.COMMITTED);
            assertThat(dropped.commit(commit("o-1", 2))).isEqualTo(CommitResult.DUPLICATE);
            assertThat(dropped.load("o-1").orElseThrow().revision()).isEqualTo(2);
        }
        dropped.close();
    }

    @RepeatedTest(5)
    void opening_at_the_same_time_makes_the_tables_once() throws Exception {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> {
                    try (OrderStore store = JdbcOrderStore.sqlite(file())) {
                        store.commit(commit("o-" + number, 1));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ask("SELECT COUNT(*) FROM order_engine_orders")).isEqualTo("4");
        assertThat(ask("SELECT COUNT(*) FROM order_engine_schema")).isEqualTo(String.valueOf(NEWEST));
    }
}
