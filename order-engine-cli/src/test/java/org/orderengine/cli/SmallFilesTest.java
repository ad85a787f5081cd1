package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nobody can have written by hand are refused before they are read. */
class SmallFilesTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "validate"})
    void a_file_of_a_hundred_megabytes_is_not_understood(String command) throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(100_000_000);
        }

        assertThat(run(command, file.toString())).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(err.toString()).contains("huge.json", "larger than").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "validate"})
    void bytes_that_are_no_text_are_not_understood(String command) throws IOException {
        Path file = folder.resolve("bytes.json");
        Files.write(file, new byte[] {'{', (byte) 0xc3, (byte) 0x28, '}'});

        assertThat(run(command, file.toString())).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(err.toString()).contains("bytes.json", "not text in UTF-8").hasLineCount(1);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
    }
}
