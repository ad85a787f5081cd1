package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.text.Suggestion;

/** Reads the processes that a shop's orders may follow, and verifies them. */
final class DefinitionsReader {

    private final String text;
    private final JsonFindings findings;
    private final Set<Object> names = new HashSet<>();

    /**
     * A reader of the processes of one scenario.
     *
     * @param text the whole scenario
     * @param findings takes what is wrong
     */
    DefinitionsReader(String text, JsonFindings findings) {
        this.text = text;
        this.findings = findings;
    }

    /** The processes of a scenario, the one that its orders follow by default first. */
    List<ProcessDefinition> read(ObjectFields scenario) {
        List<ProcessDefinition> definitions = new ArrayList<>();
        Value main = scenario.value("process");
        ProcessDefinition first = main == null ? StandardProcesses.physicalGoods() : nameOrDefinition(main);
        if (first != null) {
            names.add(first.reference());
            definitions.add(first);
        }
        definitions.addAll(scenario.list("processes", this::further));
        return definitions;
    }

    private @Nullable ProcessDefinition further(Value value) {
        ProcessDefinition definition = nameOrDefinition(value);
        if (definition != null && !names.add(definition.reference())) {
            findings.add(value.place(), "process " + definition.reference() + " stands here for the second time");
        }
        return definition;
    }

    private @Nullable ProcessDefinition nameOrDefinition(Value value) {
        return value instanceof TextValue name ? standard(name) : definition(value);
    }

    private @Nullable ProcessDefinition standard(TextValue name) {
        ProcessDefinition definition = StandardProcesses.named(name.text()).orElse(null);
        if (definition == null) {
            findings.add(
                    name.place(),
                    "\"" + name.text() + "\" is none of the standard processes " + StandardProcesses.names()
                            + Suggestion.didYouMean(name.text(), StandardProcesses.names()));
        }
        return definition;
    }

    private @Nullable ProcessDefinition definition(Value value) {
        DefinitionCheck check = DefinitionCheck.of(text, value);
        for (LocatedFinding located : check.findings()) {
            Finding finding = located.finding();
            if (finding.isError()) {
                findings.add(
                        new Place(located.line(), located.column()),
                        finding.message() + " (" + finding.code() + "); " + finding.remedy());
            }
        }
        return check.hasErrors() ? null : check.definition().orElse(null);
    }
}
