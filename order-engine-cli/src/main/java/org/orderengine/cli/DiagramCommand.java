package org.orderengine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderengine.diagram.Diagrams;
import org.orderengine.diagram.Highlight;
import org.orderengine.engine.OrderEngine;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.testkit.scenario.DefinitionCheck;
import org.orderengine.testkit.scenario.HostNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Draws process definitions. */
@Command(
        name = "diagram",
        description = "Draws a process definition, as text that tools make pictures of, or writes it as a table.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:it is drawn; what validation finds in it is on standard error",
            "2:there is no such process or order, or the file cannot be understood"
        })
final class DiagramCommand implements Callable<Integer> {

    /** The languages that diagrams and tables are written in. */
    enum Format {
        MERMAID,
        DOT,
        PLANTUML,
        MARKDOWN,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String draw(ProcessDefinition process, Highlight way) {
            return switch (this) {
                case MERMAID -> Diagrams.mermaid(process, way);
                case DOT -> Diagrams.dot(process, way);
                case PLANTUML -> Diagrams.plantUml(process, way);
                case MARKDOWN -> Diagrams.markdown(process, way);
                case CSV -> Diagrams.csv(process, way);
            };
        }
    }

    @Parameters(
            paramLabel = "FILE|NAME",
            description =
                    "A file with a process definition in JSON, or as a plain table (.csv), or a standard process.")
    private String source;

    /** Reads a format from the command line, and lists all of them where there is none of that name. */
    static final class FormatConverter implements ITypeConverter<Format> {

        FormatConverter() {}

        @Override
        public Format convert(String text) {
            for (Format format : Format.values()) {
                if (format.toString().equals(text.toLowerCase(Locale.ROOT))) {
                    return format;
                }
            }
            throw new TypeConversionException("\"" + text + "\" is no format: give one of " + List.of(Format.values()));
        }
    }

    @Option(
            names = "--format",
            converter = FormatConverter.class,
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.MERMAID;

    @Option(
            names = "--order",
            paramLabel = "ID",
            description = "Marks where this order of the store is, and the way that it came.")
    private @Nullable String order;

    @Mixin
    private StoreOptions store;

    @Mixin
    private NamesOptions names;

    @Spec
    private CommandSpec spec;

    DiagramCommand() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<ProcessDefinition> definition = StandardProcesses.named(source).or(() -> read(err));
        Optional<Highlight> way = definition.flatMap(process -> way(process, err));
        if (definition.isEmpty() || way.isEmpty()) {
            return Main.NOT_UNDERSTOOD;
        }
        spec.commandLine().getOut().print(format.draw(definition.get(), way.get()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Optional<ProcessDefinition> read(PrintWriter err) {
        Path file = Path.of(source);
        if (!Files.exists(file)) {
            err.println("\"" + source + "\" is neither a file nor one of the standard processes "
                    + StandardProcesses.names());
            return Optional.empty();
        }
        HostNames known = names.read(err).orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        try {
            DefinitionCheck check = Inputs.check(file, known);
            check.findings().forEach(located -> err.println(ValidateCommand.line(file, located)));
            return check.definition();
        } catch (IOException unreadable) {
            err.println(Inputs.explain(file, unreadable));
            return Optional.empty();
        }
    }

    private Optional<Highlight> way(ProcessDefinition definition, PrintWriter err) {
        if (order == null) {
            return Optional.of(Highlight.NONE);
        }
        if (store.choice() instanceof StoreChoice.Memory) {
            err.println("say in which store order \"" + order + "\" is kept: --store sqlite:FILE or jdbc:…");
            return Optional.empty();
        }
        try (Stores stores = store.stores()) {
            return way(definition, order, stores, err);
        } catch (StoreUnavailableException noStore) {
            err.println(noStore.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Highlight> way(ProcessDefinition definition, String id, Stores stores, PrintWriter err) {
        try (OrderStore orders = stores.existing()) {
            if (orders == null) {
                err.println(stores + ": there is no such file, so no order \"" + id + "\" in it");
                return Optional.empty();
            }
            List<TimelineEntry> timeline = timeline(orders, id);
            if (timeline.isEmpty()) {
                err.println("there is no order \"" + id + "\" in " + stores);
                return Optional.empty();
            }
            return Optional.of(Highlight.of(definition, timeline));
        } catch (IllegalArgumentException ofAnotherProcess) {
            err.println(ofAnotherProcess.getMessage());
            return Optional.empty();
        }
    }

    private static List<TimelineEntry> timeline(OrderStore orders, String order) {
        try (OrderEngine engine = OrderEngine.builder()
                .withoutPayments()
                .store(orders)
                .catalog((skus, origin) -> Map.of())
                .build()) {
            return engine.orders().timeline(order);
        }
    }
}
