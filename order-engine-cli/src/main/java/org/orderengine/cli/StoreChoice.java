package org.orderengine.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where orders are kept, as the command line names it. */
sealed interface StoreChoice {

    /** In this process, and no longer than it lives. */
    record Memory() implements StoreChoice {}

    /** In a SQLite file. */
    record InFile(Path file) implements StoreChoice {}

    /** In a server's database. */
    record OnServer(String url) implements StoreChoice {}

    /** The choice where none is given. */
    StoreChoice MEMORY = new Memory();

    /** Reads a choice from the command line. */
    final class Converter implements ITypeConverter<StoreChoice> {

        private static final String SQLITE = "sqlite:";
        private static final String JDBC = "jdbc:";
        private static final List<String> SERVERS = List.of("jdbc:postgresql:", "jdbc:mariadb:", "jdbc:mysql:");

        Converter() {}

        @Override
        public StoreChoice convert(String text) {
            if (text.equals("memory")) {
                return MEMORY;
            }
            if (SERVERS.stream().anyMatch(text::startsWith)) {
                return new OnServer(text);
            }
            String name = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
            if (name.startsWith(SQLITE) && name.length() > SQLITE.length() && name.indexOf('?') < 0) {
                try {
                    return new InFile(Path.of(name.substring(SQLITE.length())));
                } catch (InvalidPathException impossible) {
                    throw new TypeConversionException("\"" + text + "\" names no file: " + impossible.getMessage());
                }
            }
            throw new TypeConversionException(
                    "\"" + text
                            + "\" is no store: give memory, sqlite:FILE, jdbc:sqlite:FILE, jdbc:postgresql:… or jdbc:mariadb:…");
        }
    }
}
