package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is handed out: one jar, started as its users start it. */
class ProgramJarTest {

    private static final Path JAR = Path.of("target", "order-engine.jar");
    private static final String SCENARIO =
            """
            { "scenario": "a mug for Zoë", "currency": "EUR", "catalog": [ { "sku": "MUG", "price": "9.00" } ],
              "steps": [ { "place": { "order": "o1", "lines": [ { "sku": "MUG", "quantity": 2 } ] } }, { "restart": true },
                         { "act": { "order": "o1", "action": "pay" }, "expect": { "order": { "state": "%s" } } } ] }
            """;

    @TempDir
    private Path folder;

    @Test
    void it_runs_scenarios_in_memory_and_on_sqlite() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("mug.json"), SCENARIO.formatted("paid"));
        for (String store : List.of("memory", "sqlite:" + folder.resolve("orders.db"))) {
            assertThat(start("scenario", file.toString(), "--store", store)).isZero();
            assertThat(Files.readString(folder.resolve("err"))).isEmpty();
            assertThat(Files.readAllLines(folder.resolve("out"), StandardCharsets.UTF_8))
                    .singleElement()
                    .asString()
                    .startsWith("{\"scenario\":\"a mug for Zoë\"");
        }
    }

    @Test
    void its_exit_status_tells_what_came_of_it() throws IOException, InterruptedException {
        Path different = Files.writeString(folder.resolve("mug.json"), SCENARIO.formatted("created"));
        Path broken = Files.writeString(folder.resolve("broken.json"), "{}");
        assertThat(start("scenario", different.toString())).isEqualTo(1);
        assertThat(start("scenario", broken.toString())).isEqualTo(2);
        assertThat(start("--version")).isZero();
    }

    private int start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
