package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartJarTest {

    @TempDir
    private Path folder;

    @Test
    void the_packaged_program_runs_by_itself() throws IOException, InterruptedException {
        Path jar = Document.projectRoot().resolve("examples/quickstart/target/quickstart.jar");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(output).isZero();
        assertThat(output).contains("Order o-4 of dave", "orders in orders.db: {cancelled=1, delivered=2, to-ship=1}");
        assertThat(folder.resolve("orders.db")).exists();
    }
}
