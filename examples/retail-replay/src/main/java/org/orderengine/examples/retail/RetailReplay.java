package org.orderengine.examples.retail;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngine;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.VirtualClock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs a retailer's invoices through the engine: each invoice an order that is placed, paid, shipped and delivered, each
 * cancellation a return of what that customer bought before. Prints one line of JSON that says what became of every row.
 */
@Command(
        name = "retail-replay",
        mixinStandardHelpOptions = true,
        description =
                "Runs a retailer's invoices through the engine and prints one line of JSON that says what became of them.")
public final class RetailReplay implements Callable<Integer> {

    private static final String SAMPLE = "sample.csv";

    private final PrintWriter out;
    private final PrintWriter progress;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A CSV file with the columns InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice, CustomerID and"
                            + " Country; without one, a small sample.")
    private @Nullable Path file;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "Where orders are kept: memory, sqlite:FILE or jdbc:URL; ${DEFAULT-VALUE} unless given.")
    private String store = "memory";

    private RetailReplay(PrintWriter out, PrintWriter progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Runs the program, and ends the process with what {@link #run} returns. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, errors, arguments));
    }

    /**
     * Runs the program.
     *
     * @param out gets the line of JSON
     * @param errors gets the progress, and what went wrong
     * @return 0 when all went well, 1 when the engine failed, 2 when what it was given cannot be used
     */
    static int run(PrintWriter out, PrintWriter errors, String... arguments) {
        return new CommandLine(new RetailReplay(out, errors))
                .setOut(out)
                .setErr(errors)
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    if (thrown instanceof UnusableInputException) {
                        errors.println("retail-replay: " + thrown.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    throw thrown;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        SalesFile sales = read();
        try (OrderStore orders = Stores.open(store)) {
            long started = System.nanoTime();
            Tally tally = replay(sales, orders);
            out.println(tally.toJson(sales.size(), Duration.ofNanos(System.nanoTime() - started)));
        }
        return CommandLine.ExitCode.OK;
    }

    private Tally replay(SalesFile sales, OrderStore orders) {
        VirtualClock clock = VirtualClock.at(Instant.EPOCH);
        try (OrderEngine engine = Retailer.engine(orders, new Till(), clock)) {
            return new Replay(engine, clock, line -> progress.println("retail-replay: " + line)).run(sales);
        }
    }

    private SalesFile read() {
        try (InputStream source = open()) {
            return SalesFile.read(source);
        } catch (IOException unreadable) {
            throw new UnusableInputException(file + " cannot be read: " + reason(unreadable), unreadable);
        } catch (UnusableInputException unusable) {
            throw new UnusableInputException(file + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private InputStream open() throws IOException {
        if (file != null && Files.isDirectory(file)) {
            throw new UnusableInputException("it is a folder", null);
        }
        return file == null
                ? Objects.requireNonNull(RetailReplay.class.getResourceAsStream(SAMPLE), SAMPLE)
                : Files.newInputStream(file);
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof NoSuchFileException ? "there is no such file" : unreadable.toString();
    }
}
