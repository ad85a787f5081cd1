package org.orderengine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.testkit.scenario.HostNames;
import org.orderengine.testkit.scenario.ScenarioFormatException;
import picocli.CommandLine.Option;

/** The options that say which names of the host's own definitions may use. */
final class NamesOptions {

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = {
                "The guards, effects and rules that the host registers, as JSON:",
                "{ \"guards\": [\"no-wrapping\"], \"effects\": [\"label.print\"], \"rules\": [] }, or as \"names\" in scenarios."
            })
    private @Nullable Path file;

    @Option(
            names = "--assume-names",
            description = {
                "Takes every guard, effect and rule that is not built in for one of the host's own;",
                "one that is nearly called like a built-in one is a warning."
            })
    private boolean assumed;

    NamesOptions() {}

    /** The names; empty after a message where the file cannot be understood. */
    Optional<HostNames> read(PrintWriter err) {
        if (file == null) {
            return Optional.of(assumed ? HostNames.ANY : HostNames.NONE);
        }
        if (assumed) {
            err.println("--names and --assume-names exclude each other: with the names known, none is assumed");
            return Optional.empty();
        }
        try {
            return Optional.of(HostNames.read(file.toString(), SmallFiles.text(file)));
        } catch (ScenarioFormatException wrong) {
            wrong.findings().forEach(err::println);
        } catch (IOException unreadable) {
            err.println(Inputs.explain(file, unreadable));
        }
        return Optional.empty();
    }
}
