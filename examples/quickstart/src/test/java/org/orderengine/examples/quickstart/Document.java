package org.orderengine.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One of the project's documents: the README, or one in {@code docs}.
 *
 * @param file its path from the project's root
 */
record Document(String file) {

    /**
     * A block of code.
     *
     * @param comment the comment in the line above it, empty if there is none
     * @param language what its fence says
     * @param text its lines
     */
    record Block(String comment, String language, String text) {}

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (.*) -->\n)?^```(\\w*)\n((?:(?!```).*\n)*)```$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");

    static final Document README = new Document("README.md");

    /** The folder with the Maven wrapper, which the build's working folder lies in. */
    static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNull(folder, "no folder above this one has a mvnw");
    }

    String text() {
        return read(file);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(text()).results().toList()) {
            blocks.add(new Block(block.group(1) == null ? "" : block.group(1), block.group(2), block.group(3)));
        }
        return blocks;
    }

    /** The files that it links to. */
    List<Path> links() {
        Path folder = Objects.requireNonNull(projectRoot().resolve(file).getParent());
        return LINK.matcher(text())
                .results()
                .map(link -> folder.resolve(link.group(1)))
                .toList();
    }

    /**
     * A part of a source file: the lines between {@code // snippet: name} and {@code // end}, moved to the left margin.
     *
     * @param reference the file and the name, as {@code folder/File.java#name}
     */
    static String snippet(String reference) {
        String[] fileAndName = reference.split("#", 2);
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : read(fileAndName[0]).lines().toList()) {
            if (line.strip().equals("// snippet: " + fileAndName[1])) {
                inside = true;
            } else if (line.strip().equals("// end")) {
                inside = false;
            } else if (inside) {
                lines.add(line);
            }
        }
        return String.join("\n", lines).stripIndent() + "\n";
    }

    private static String read(String file) {
        try {
            return Files.readString(projectRoot().resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
