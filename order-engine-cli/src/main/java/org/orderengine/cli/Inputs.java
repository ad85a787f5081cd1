package org.orderengine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.orderengine.testkit.scenario.DefinitionCheck;
import org.orderengine.testkit.scenario.HostNames;

/** The files that a command was given: those named, and the JSON files of the folders named, by name. */
final class Inputs {

    private final List<Path> files = new ArrayList<>();
    private boolean complete = true;

    private Inputs() {}

    /** What there is to read; folders without JSON files, and what cannot be listed, are told to {@code err}. */
    static Inputs of(List<Path> named, PrintWriter err) {
        Inputs inputs = new Inputs();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                inputs.addFolder(path, err);
            } else {
                inputs.files.add(path);
            }
        }
        return inputs;
    }

    List<Path> files() {
        return files;
    }

    /** Whether everything that was named is among the files. */
    boolean isComplete() {
        return complete;
    }

    /** What went wrong with a file, for people. */
    static String explain(Path file, IOException unreadable) {
        return file + ": "
                + (unreadable instanceof NoSuchFileException
                        ? "there is no such file"
                        : "it cannot be read: " + unreadable.getMessage());
    }

    /** Checks the definition in a file: a plain table if the file's name ends in {@code .csv}, and JSON otherwise. */
    static DefinitionCheck check(Path file, HostNames names) throws IOException {
        SmallFiles.requireSmall(file);
        return DefinitionCheck.read(file, names);
    }

    private void addFolder(Path folder, PrintWriter err) {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> inside = found.filter(file -> file.toString().endsWith(".json") && !Files.isDirectory(file))
                    .sorted()
                    .toList();
            if (inside.isEmpty()) {
                err.println(folder + ": there are no .json files in this folder");
                complete = false;
            }
            files.addAll(inside);
        } catch (IOException unreadable) {
            err.println(explain(folder, unreadable));
            complete = false;
        }
    }
}
