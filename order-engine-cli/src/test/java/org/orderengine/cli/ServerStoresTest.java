package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders on a server, as the command line names it. */
class ServerStoresTest {

    private static final String GOOD =
            """
            { "scenario": "a mug is sold", "currency": "EUR", "catalog": [ { "sku": "MUG", "price": "9.00" } ],
              "steps": [ { "place": { "order": "o1", "lines": [ { "sku": "MUG", "quantity": 2 } ] } },
                         { "act": { "order": "o1", "action": "pay" }, "expect": { "order": { "state": "paid" } } } ] }
            """;

    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void the_database_is_empty() throws SQLException {
        run("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @Test
    void a_scenario_runs_on_postgresql_in_tables_of_its_own() throws Exception {
        Run run = Run.of("scenario", scenario(), "--store", url());

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).hasSize(1);
        assertThat(tables()).containsExactly("scenario_orders");
        assertThat(ask("SELECT count(*) FROM scenario_orders")).isEqualTo("1");
    }

    @Test
    void every_scenario_begins_without_orders_and_none_are_lost() throws Exception {
        Run run = Run.of("scenario", scenario(), scenario(), "--store=" + url());
        Run later = Run.of("scenario", scenario(), "--store=" + url());

        assertThat(run.status()).isZero();
        assertThat(later.status()).isZero();
        assertThat(run.err())
                .containsExactly("the tables scenario_orders hold orders already; these are kept in scenario_2_orders");
        assertThat(tables()).containsExactly("scenario_2_orders", "scenario_3_orders", "scenario_orders");
        assertThat(ask("SELECT count(*) FROM scenario_orders")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM scenario_3_orders")).isEqualTo("1");
    }

    @Test
    void the_tables_and_their_schema_can_be_named() throws Exception {
        run("CREATE SCHEMA trial");

        Run run = Run.of("scenario", scenario(), "--store", url(), "--tables", "trial.mine_");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(ask("SELECT count(*) FROM trial.mine_orders")).isEqualTo("1");
        assertThat(Run.of("scenario", scenario(), "--store", url(), "--tables", "no such")
                        .err())
                .singleElement()
                .asString()
                .contains("\"no such\" cannot be the prefix");
        run("DROP SCHEMA trial CASCADE");
    }

    @Test
    void a_scenario_may_be_restarted_behind_every_step() throws Exception {
        Run run = Run.of("scenario", scenario(), "--restarts", "--store", url());

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).singleElement().asString().contains("\"step\":4");
    }

    @Test
    void an_order_that_is_kept_on_a_server_is_drawn() throws Exception {
        assertThat(Run.of("scenario", scenario(), "--store", url(), "--tables", "order_engine_")
                        .status())
                .isZero();

        Run drawn = Run.of("diagram", "physical-goods", "--order", "o1", "--store", url());

        assertThat(drawn.err()).isEmpty();
        assertThat(drawn.status()).isZero();
        assertThat(Run.of("diagram", "physical-goods", "--order", "o2", "--store", url())
                        .err())
                .containsExactly("there is no order \"o2\" in PostgreSQL, tables order_engine_…");
    }

    @Test
    void what_cannot_be_reached_is_told_without_the_password() throws Exception {
        Run nobody =
                Run.of("scenario", scenario(), "--store", "jdbc:postgresql://127.0.0.1:1/x?user=u&password=s3cret");
        Run stranger = Run.of("scenario", scenario(), "--store", url() + "&options=-c%20nonsense=1");

        for (Run run : List.of(nobody, stranger)) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .singleElement()
                    .asString()
                    .contains("cannot be reached")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void a_driver_that_is_missing_is_asked_for() throws Exception {
        // One that no class path has, and one whose jar is not there.
        Run missing = Run.of("scenario", scenario(), "--store", "jdbc:mysql://127.0.0.1/x?password=s3cret");
        Run noJar = Run.of("scenario", scenario(), "--store", "jdbc:mysql://127.0.0.1/x", "--driver", "none.jar");

        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err())
                .singleElement()
                .asString()
                .contains("there is no driver for it in this program", "--driver")
                .doesNotContain("s3cret");
        assertThat(noJar.err()).containsExactly("--driver none.jar: there is no such file");
    }

    private Path scenario() throws IOException {
        return Files.writeString(folder.resolve("mug.json"), GOOD);
    }

    private static String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(String sql) throws SQLException {
        return column(sql).get(0);
    }

    private static List<String> tables() throws SQLException {
        return column(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE '%orders' ORDER BY 1");
    }

    private static List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                values.add(String.valueOf(results.getString(1)));
            }
        }
        return values;
    }
}
