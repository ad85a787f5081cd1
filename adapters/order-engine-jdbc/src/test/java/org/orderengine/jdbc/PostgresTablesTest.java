package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.jdbc.Commits.commit;
import static org.orderengine.jdbc.JdbcOptions.Tables.CHECKED;
import static org.orderengine.jdbc.JdbcOptions.Tables.LEFT_ALONE;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/** Where a store's tables lie in PostgreSQL, who makes them, and what the store says of tables that do not fit. */
class PostgresTablesTest {

    private static final String SCHEMA = "tables_test";
    private static final JdbcOptions THERE = JdbcOptions.DEFAULT.schema(SCHEMA);

    @BeforeEach
    void makeSchema() {
        PostgresServer.run("CREATE SCHEMA " + SCHEMA);
    }

    @AfterEach
    void dropSchema() {
        PostgresServer.run("DROP SCHEMA " + SCHEMA + " CASCADE");
    }

    private static JdbcOrderStore open(JdbcOptions options) {
        return JdbcOrderStore.postgresql(PostgresServer.source(), options);
    }

    private static String tables(String like) {
        return PostgresServer.ask(
                "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = '" + SCHEMA
                        + "' AND tablename LIKE '" + like + "'");
    }

    @Test
    void tables_lie_in_the_schema_and_have_the_prefix_that_the_host_chose() {
        try (OrderStore store = open(THERE.prefix("shop_"))) {
            assertThat(store.commit(commit("o-1", 1))).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.load("o-1")).isPresent();
        }
        assertThat(tables("%"))
                .isEqualTo(
                        "shop_feed shop_history shop_orders shop_outbox shop_schema shop_sequencer shop_subscriptions shop_terms");
        assertThat(PostgresServer.ask("SELECT COUNT(*) FROM pg_indexes WHERE schemaname = '" + SCHEMA
                        + "' AND indexname NOT LIKE 'shop!_%' ESCAPE '!'"))
                .isEqualTo("0");
    }

    @Test
    void two_prefixes_are_two_stores() {
        try (OrderStore one = open(THERE.prefix("one_"));
                OrderStore two = open(THERE.prefix("two_"))) {
            assertThat(one.commit(commit("o-1", 1))).isEqualTo(CommitResult.COMMITTED);
            assertThat(two.load("o-1")).isEmpty();
        }
    }

    @Test
    void names_that_would_need_quotes_are_refused() {
        for (String name : new String[] {"", "a b", "a;b", "1a", "é", "a\"", "a.b", "x".repeat(31)}) {
            assertThatThrownBy(() -> JdbcOptions.DEFAULT.prefix(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> JdbcOptions.DEFAULT.schema(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_store_that_only_checks_makes_no_table_and_says_which_are_missing() {
        assertThatThrownBy(() -> open(THERE.tables(CHECKED)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(
                        "Store PostgreSQL postgres has no table tables_test.order_engine_schema that can be read. Run the"
                                + " files V*.sql of this module's jar, or let the store create its tables");
        assertThat(tables("%")).isEqualTo("null");
    }

    @Test
    void a_store_that_only_checks_takes_tables_of_its_version_and_refuses_others() {
        open(THERE).close();
        open(THERE.tables(CHECKED)).close();
        String table = SCHEMA + ".order_engine_schema";
        PostgresServer.run("DELETE FROM " + table);
        assertThatThrownBy(() -> open(THERE.tables(CHECKED)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("has tables of version 0, and version ");
        PostgresServer.run("INSERT INTO " + table + " VALUES (99)");
        for (JdbcOptions options : List.of(THERE, THERE.tables(CHECKED))) {
            assertThatThrownBy(() -> open(options))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("was written by a newer order-engine: its schema version is 99");
        }
    }

    @Test
    void a_store_that_leaves_the_tables_alone_needs_no_table_of_versions() {
        open(THERE).close();
        PostgresServer.run("DROP TABLE " + SCHEMA + ".order_engine_schema");
        try (OrderStore store = open(THERE.tables(LEFT_ALONE))) {
            assertThat(store.commit(commit("o-1", 1))).isEqualTo(CommitResult.COMMITTED);
        }
    }

    @Test
    void nodes_that_open_a_new_database_at_once_make_its_tables_once() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<CommitResult> node = () -> {
                try (OrderStore store = open(THERE)) {
                    return store.commit(commit("o-1", 1));
                }
            };
            List<CommitResult> results = nodes.invokeAll(List.of(node, node, node, node)).stream()
                    .map(PostgresTablesTest::result)
                    .toList();
            assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        } finally {
            nodes.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void connections_go_back_to_the_pool_as_they_came() throws Exception {
        try (HikariDataSource pool = PostgresServer.pool(1)) {
            for (boolean commits : new boolean[] {true, false}) {
                for (int isolation : new int[] {
                    java.sql.Connection.TRANSACTION_READ_COMMITTED, java.sql.Connection.TRANSACTION_SERIALIZABLE
                }) {
                    javax.sql.DataSource source = new SettingSource(pool, commits, isolation);
                    try (OrderStore store = JdbcOrderStore.portable(source, THERE.prefix("p" + commits + isolation))) {
                        assertThat(store.commit(commit("o-1", 1))).isEqualTo(CommitResult.COMMITTED);
                        assertThat(store.commit(commit("o-1", 1))).isEqualTo(CommitResult.DUPLICATE);
                        assertThat(store.load("o-1")).isPresent();
                    }
                }
            }
        }
    }
}
