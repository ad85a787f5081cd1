package org.orderengine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.UpkeepBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Writes orders that ended long ago to a file, and removes them from the store. */
@Command(
        name = "archive",
        description = {
            "Appends the orders that have ended and have not changed for some time to a file, one JSON object on one line each, with their"
                    + " whole history, and removes them from the store. Their ids are never given again.",
            "Nothing is removed before it is on the disk: killed in between, it may write an order twice, and loses none."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every such order is archived",
            "1:some were left: each is on standard error",
            "2:the store cannot be reached, or there is none, or the file cannot be written"
        })
final class ArchiveCommand extends StoredOrdersCommand {

    /** Reads an age from the command line. */
    static final class Age implements ITypeConverter<Duration> {

        Age() {}

        @Override
        public Duration convert(String text) {
            try {
                Duration age = Duration.parse(text);
                if (!age.isNegative()) {
                    return age;
                }
            } catch (DateTimeParseException noDuration) {
                // Told below.
            }
            throw new TypeConversionException("\"" + text + "\" is no age: give one like P365D");
        }
    }

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            required = true,
            converter = Age.class,
            description = "How long ago orders have changed last, as an ISO-8601 duration: P365D.")
    private Duration age = Duration.ZERO;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description = "The file that the orders are appended to.")
    private Path file = Path.of("");

    ArchiveCommand() {}

    @Override
    Function<@Nullable String, UpkeepBatch> batches(OrderEngine engine) {
        Instant before = Instant.now().minus(age);
        return after -> engine.archive(before, this::append, after);
    }

    @Override
    public Integer call() {
        try {
            return super.call();
        } catch (UncheckedIOException unwritable) {
            err().println(file + ": it cannot be written: " + unwritable.getCause());
            return Main.NOT_UNDERSTOOD;
        }
    }

    /** Writes lines to the disk. */
    private void append(List<String> lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    String word() {
        return "archived";
    }
}
