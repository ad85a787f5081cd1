package org.orderengine.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of order-engine. Results go to standard output, one JSON object on one line each; everything for people
 * goes to standard error.
 *
 * <p>Exit status, the same for every command: 0 when all is well; 1 when something ran and did not come out as expected; 2 when nothing
 * could be run or drawn of something, since it cannot be understood, is not there, or has errors for which an engine would refuse it.
 */
@Command(
        name = "order-engine",
        description = "Runs scenarios, checks process definitions and draws them, and looks after stored orders.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ScenarioCommand.class,
            ValidateCommand.class,
            DiagramCommand.class,
            ReindexCommand.class,
            ArchiveCommand.class,
            EraseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {

    /** What did not come out as expected. */
    static final int DIFFERENT = 1;

    /** What cannot be understood, or would be refused. */
    static final int NOT_UNDERSTOOD = 2;

    @Spec
    private CommandSpec spec;

    Main() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] arguments) {
        PrintWriter out = writer(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        int status = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return new CommandLine(new Main()).setOut(out).setErr(err).execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            err.println("There is not enough memory for this input; make it smaller, or give Java more with -Xmx.");
            return NOT_UNDERSTOOD;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do");
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
