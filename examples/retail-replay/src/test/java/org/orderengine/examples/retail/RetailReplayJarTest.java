package org.orderengine.examples.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailReplayJarTest {

    @TempDir
    private Path folder;

    @Test
    void the_packaged_program_prints_one_line_of_json() throws IOException, InterruptedException {
        Process program = start("--store", "sqlite:orders.db");

        assertThat(output(program)).matches("\\{\"rows\":13,.*}\\R");
        assertThat(program.waitFor()).isZero();
        assertThat(folder.resolve("orders.db")).exists();
    }

    @Test
    void it_ends_with_status_two_when_it_cannot_use_what_it_was_given() throws IOException, InterruptedException {
        Process program = start("no-such.csv");

        assertThat(output(program)).isEmpty();
        assertThat(program.waitFor()).isEqualTo(2);
    }

    private Process start(String... arguments) throws IOException {
        Path jar = Project.root().resolve("examples/retail-replay/target/retail-replay.jar");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
    }

    private static String output(Process program) throws IOException {
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
