package org.orderengine.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One life of the process: from its start to the moment it is killed. */
final class Life {

    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path errors;
    private final List<String> lines = new ArrayList<>();
    private final Semaphore acknowledgements = new Semaphore(0);
    private final Thread reader;

    Life(Path store, Path ledger, Path errors, int number) throws IOException {
        this.errors = errors;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Starts fast, and dies young.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        store.toString(),
                        ledger.toString(),
                        Integer.toString(number))
                .redirectError(errors.toFile())
                .start();
        reader = new Thread(this::read, "reader of life " + number);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                // The last line may have been cut short.
                if (line.startsWith("ACK ") && line.endsWith(" .")) {
                    lines.add(line);
                    acknowledgements.release();
                }
            }
        } catch (IOException endOfStream) {
            // As good as its end.
        }
    }

    /** Waits until it has acknowledged so many commands, which does not depend on how busy the machine is. */
    Life untilAcknowledged(int commands) throws InterruptedException {
        assertThat(acknowledgements.tryAcquire(commands, 60, TimeUnit.SECONDS))
                .as("at work in time")
                .isTrue();
        return this;
    }

    /** Lets it live for a while, kills it, and gives all that it had acknowledged. */
    List<Acknowledged> killAfter(int millis) throws InterruptedException, IOException {
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        int exit = process.waitFor();
        reader.join();
        assertThat(ended).as("died by itself: %s", Files.readString(errors)).isFalse();
        assertThat(exit).isEqualTo(KILLED);
        return lines.stream()
                .map(line -> line.split(" ", -1))
                .map(parts -> new Acknowledged(parts[1], Long.parseLong(parts[2]), parts[3]))
                .toList();
    }

    /** A command that was taken, and the revision that the order then had at least. */
    record Acknowledged(String orderId, long revision, String commandId) {}
}
