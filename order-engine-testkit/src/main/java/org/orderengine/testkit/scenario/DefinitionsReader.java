package org.orderengine.testkit.scenario;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.text.Suggestion;

/** Reads the processes that a shop's orders may follow, and verifies them. */
final class DefinitionsReader {

    private static final String FILE = "file";

    private final String scenario;
    private final String text;
    private final Consumer<OrderEngineBuilder> wiring;
    private final Findings findings;
    private final Set<Object> read = new HashSet<>();

    /**
     * A reader of the processes of one scenario.
     *
     * @param scenario the scenario's file: the files of processes lie relative to it
     * @param text the whole scenario
     * @param wiring adds names of the host's own that the processes may use
     * @param findings takes what is wrong
     */
    DefinitionsReader(String scenario, String text, Consumer<OrderEngineBuilder> wiring, Findings findings) {
        this.scenario = scenario;
        this.text = text;
        this.wiring = wiring;
        this.findings = findings;
    }

    /** The processes of a scenario, the one that its orders follow by default first. */
    List<ProcessDefinition> read(ObjectFields fields, HostNames names) {
        Function<ProcessDefinition, List<Finding>> verify = definition -> {
            OrderEngineBuilder engine = OrderEngine.builder();
            names.wiring().andThen(wiring).accept(engine);
            return engine.verify(definition);
        };
        List<ProcessDefinition> definitions = new ArrayList<>();
        Value main = fields.value("process");
        ProcessDefinition first = main == null ? StandardProcesses.physicalGoods() : anyOf(main, verify);
        if (first != null) {
            read.add(first.reference());
            definitions.add(first);
        }
        definitions.addAll(fields.list("processes", value -> further(value, verify)));
        return definitions;
    }

    private @Nullable ProcessDefinition further(Value value, Function<ProcessDefinition, List<Finding>> verify) {
        ProcessDefinition definition = anyOf(value, verify);
        if (definition != null && !read.add(definition.reference())) {
            findings.add(value.place(), "process " + definition.reference() + " stands here for the second time");
        }
        return definition;
    }

    /** The process of that name, in that file, or that stands here. */
    private @Nullable ProcessDefinition anyOf(Value value, Function<ProcessDefinition, List<Finding>> verify) {
        if (value instanceof TextValue name) {
            return standard(name);
        }
        return value instanceof ObjectValue object && object.get(FILE) != null
                ? file(value, verify)
                : checked(scenario, DefinitionCheck.of(text, value, verify));
    }

    private @Nullable ProcessDefinition standard(TextValue name) {
        ProcessDefinition definition = StandardProcesses.named(name.text()).orElse(null);
        if (definition == null) {
            findings.add(
                    name.place(),
                    "\"" + name.text() + "\" is none of the standard processes " + StandardProcesses.names()
                            + Suggestion.didYouMean(name.text(), StandardProcesses.names())
                            + "; a process in a file of its own is { \"file\": \"…\" }");
        }
        return definition;
    }

    private @Nullable ProcessDefinition file(Value value, Function<ProcessDefinition, List<Finding>> verify) {
        ObjectFields fields = ObjectFields.of(value, findings, FILE);
        String name = fields == null ? null : fields.required(FILE, ValueTypes.TEXT);
        if (fields == null || name == null) {
            return null;
        }
        try {
            Path file = Path.of(scenario).resolveSibling(name);
            return checked(file.toString(), DefinitionCheck.read(file, verify));
        } catch (NoSuchFileException missing) {
            findings.add(
                    fields.place(FILE),
                    "there is no file " + missing.getFile() + "; its name is relative to the scenario's folder");
        } catch (IOException | InvalidPathException unreadable) {
            findings.add(fields.place(FILE), "\"" + name + "\" cannot be read: " + unreadable.getMessage());
        }
        return null;
    }

    private @Nullable ProcessDefinition checked(String file, DefinitionCheck check) {
        for (LocatedFinding located : check.findings()) {
            Finding finding = located.finding();
            if (finding.isError()) {
                findings.add(new ScenarioFinding(
                        file,
                        located.line(),
                        located.column(),
                        finding.message() + " (" + finding.code() + "); " + finding.remedy()));
            }
        }
        return check.hasErrors() ? null : check.definition().orElse(null);
    }
}
