package org.orderengine.examples.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailReplayTest {

    private static final String SAMPLE =
            """
            {"rows":13,"orders":4,"orderLines":7,"gross":"132.60","returnsMatched":2,"returnsUnmatched":2,\
            "refunded":"37.45","setAside":{"negative-quantity":1,"no-price":1}}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void without_a_file_it_runs_a_sample() throws IOException {
        assertThat(run()).isZero();

        assertThat(out.toString().lines()).hasSize(1);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("seconds").isNumber()).isTrue();
        assertThat(((ObjectNode) json).without("seconds").toString()).isEqualTo(SAMPLE);
    }

    @Test
    void on_sqlite_it_gives_the_same_and_again_on_the_same_file() throws IOException {
        String store = "sqlite:" + folder.resolve("orders.db");

        assertThat(run("--store", store)).isZero();
        assertThat(run("--store=jdbc:" + store)).isZero();

        assertThat(out.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith(SAMPLE.substring(0, SAMPLE.length() - 1)));
    }

    @Test
    void on_postgresql_it_gives_the_same_and_again_on_the_same_database() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start()) {
            String store = server.getJdbcUrl("postgres", "postgres");

            assertThat(run("--store", store)).isZero();
            assertThat(run("--store", store)).isZero();

            assertThat(out.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                    .startsWith(SAMPLE.substring(0, SAMPLE.length() - 1)));
        }
    }

    @Test
    void a_file_that_cannot_be_used_is_told_by_its_name_and_the_reason() throws IOException {
        assertUnusable("no-such.csv cannot be read: there is no such file", "no-such.csv");
        assertUnusable("cannot be used: it is a folder", folder.toString());
        assertUnusable(
                "other.csv cannot be used: it has no column InvoiceNo",
                Files.writeString(folder.resolve("other.csv"), "a,b\n").toString());
    }

    @Test
    void bad_arguments_are_told() {
        assertUnusable("there is no store \"postgres\"", "--store", "postgres");
        assertUnusable("there is no store \"sqlite:\"", "--store", "sqlite:");
        assertUnusable("no driver for this database", "--store", "jdbc:mysql://127.0.0.1/x");
        assertUnusable("nowhere", "--store", "sqlite:" + folder.resolve("nowhere/orders.db"));
        assertUnusable("Unknown option: '--stroe'", "--stroe", "memory");
        assertUnusable("Unmatched argument", "one.csv", "two.csv");
    }

    private void assertUnusable(String message, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return RetailReplay.run(new PrintWriter(out, true), new PrintWriter(errors, true), arguments);
    }
}
