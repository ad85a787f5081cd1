package org.orderengine.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people write, which are never large. */
final class SmallFiles {

    private static final long MAX_BYTES = 16L << 20;

    private SmallFiles() {}

    /**
     * The text in a file.
     *
     * @throws IOException if it cannot be read, is larger than a person writes, or is no text in UTF-8
     */
    static String text(Path file) throws IOException {
        requireSmall(file);
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notUtf8) {
            throw new IOException("it is not text in UTF-8", notUtf8);
        }
    }

    /**
     * Refuses a file that is too large to be read whole.
     *
     * @throws IOException if it is larger than a person writes, or is not there
     */
    static void requireSmall(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("it is larger than " + MAX_BYTES + " bytes");
        }
    }
}
