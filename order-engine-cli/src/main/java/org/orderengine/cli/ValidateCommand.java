package org.orderengine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.ProcessJson;
import org.orderengine.testkit.scenario.DefinitionCheck;
import org.orderengine.testkit.scenario.HostNames;
import org.orderengine.testkit.scenario.LocatedFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks process definitions and says everything that is wrong with them. */
@Command(
        name = "validate",
        description =
                "Checks process definitions in JSON files, or in plain tables (.csv), and prints for each what was found, as"
                        + " JSON on one line.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:no errors; there may be warnings",
            "2:a definition has errors, or cannot be understood: each is on standard error with its place"
        })
final class ValidateCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files with one process definition each; a folder stands for the .json files in it.")
    private List<Path> named;

    @Mixin
    private NamesOptions names;

    @Option(
            names = "--resolved",
            description =
                    "Prints each definition as a whole instead, as JSON that stands alone: with what it takes over by \"extends\".")
    private boolean resolved;

    @Spec
    private CommandSpec spec;

    ValidateCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Inputs inputs = Inputs.of(named, err);
        HostNames known = names.read(err).orElse(null);
        if (known == null) {
            return Main.NOT_UNDERSTOOD;
        }
        int status = inputs.isComplete() ? 0 : Main.NOT_UNDERSTOOD;
        for (Path file : inputs.files()) {
            DefinitionCheck check;
            try {
                check = Inputs.check(file, known);
            } catch (IOException unreadable) {
                err.println(Inputs.explain(file, unreadable));
                status = Main.NOT_UNDERSTOOD;
                continue;
            }
            check.findings().forEach(located -> err.println(line(file, located)));
            print(file, check);
            if (check.hasErrors()) {
                status = Main.NOT_UNDERSTOOD;
            }
        }
        return status;
    }

    private void print(Path file, DefinitionCheck check) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (resolved) {
            check.definition().map(ProcessJson::write).ifPresent(out::print);
            out.flush();
        } else {
            out.println(JSON.writeValueAsString(json(file, check)));
        }
    }

    static String line(Path file, LocatedFinding located) {
        Finding finding = located.finding();
        return file + ":" + located.line() + ":" + located.column() + ": " + severity(finding) + ": "
                + finding.message() + " (" + finding.code() + "); " + finding.remedy();
    }

    private static ObjectNode json(Path file, DefinitionCheck check) {
        ObjectNode json = JSON.createObjectNode();
        json.put("file", file.toString());
        check.definition().ifPresent(definition -> {
            json.put("process", definition.name());
            json.put("version", definition.version());
        });
        json.put("valid", !check.hasErrors());
        ArrayNode findings = json.putArray("findings");
        for (LocatedFinding located : check.findings()) {
            Finding finding = located.finding();
            findings.addObject()
                    .put("line", located.line())
                    .put("column", located.column())
                    .put("severity", severity(finding))
                    .put("code", finding.code())
                    .put("place", finding.place())
                    .put("message", finding.message())
                    .put("remedy", finding.remedy());
        }
        return json;
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
