package org.orderengine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orderengine.diagram.Diagrams;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.testkit.scenario.DefinitionCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws process definitions. */
@Command(
        name = "diagram",
        description = "Draws a process definition, as text that tools make pictures of.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:it is drawn; what validation finds in it is on standard error",
            "2:there is no such process, or the file cannot be understood"
        })
final class DiagramCommand implements Callable<Integer> {

    /** The languages that diagrams are written in. */
    enum Format {
        MERMAID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "FILE|NAME", description = "A file with a process definition, or a standard process.")
    private String source;

    @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.MERMAID;

    @Spec
    private CommandSpec spec;

    DiagramCommand() {}

    @Override
    public Integer call() {
        Optional<ProcessDefinition> definition =
                StandardProcesses.named(source).or(() -> read(spec.commandLine().getErr()));
        definition.ifPresent(process -> {
            spec.commandLine().getOut().print(draw(process));
            spec.commandLine().getOut().flush();
        });
        return definition.isPresent() ? 0 : Main.NOT_UNDERSTOOD;
    }

    private String draw(ProcessDefinition process) {
        return switch (format) {
            case MERMAID -> Diagrams.mermaid(process);
        };
    }

    private Optional<ProcessDefinition> read(PrintWriter err) {
        Path file = Path.of(source);
        if (!Files.exists(file)) {
            err.println("\"" + source + "\" is neither a file nor one of the standard processes "
                    + StandardProcesses.names());
            return Optional.empty();
        }
        try {
            DefinitionCheck check = DefinitionCheck.of(Files.readString(file));
            check.findings().forEach(located -> err.println(ValidateCommand.line(file, located)));
            return check.definition();
        } catch (IOException unreadable) {
            err.println(Inputs.explain(file, unreadable));
            return Optional.empty();
        }
    }
}
