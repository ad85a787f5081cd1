package org.orderengine.jdbc.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.orderengine.jdbc.crash.Life.Acknowledged;

/** The process of one node, which can be killed and frozen. */
final class Node {

    private final Process process;
    private final Thread reader;
    private final Collection<Acknowledged> acknowledged;

    Node(String url, int world, int life, int orders, Path errors, Collection<Acknowledged> acknowledged)
            throws IOException {
        this.acknowledged = acknowledged;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeChild.class.getName(),
                        url,
                        Integer.toString(world),
                        Integer.toString(life),
                        Integer.toString(orders))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        reader = new Thread(this::read, "reader of node " + life);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                // The last line may have been cut short.
                if (line.startsWith("ACK ") && line.endsWith(" .")) {
                    String[] parts = line.split(" ", -1);
                    acknowledged.add(new Acknowledged(parts[1], Long.parseLong(parts[2]), parts[3]));
                }
            }
        } catch (IOException endOfStream) {
            // As good as its end.
        }
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Kills it, and waits until all that it said was read. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** Stops it where it is for a time, and lets it go on. */
    void freeze(long millis) throws IOException, InterruptedException {
        signal("-STOP");
        Thread.sleep(millis);
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
        kill.waitFor(10, TimeUnit.SECONDS);
    }
}
