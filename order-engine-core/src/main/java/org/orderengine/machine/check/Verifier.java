package org.orderengine.machine.check;

import java.util.List;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Severities;
import org.orderengine.machine.definition.StateKind;

/** Verifies a definition: its structure first, and what follows from it only where that is sound. */
public final class Verifier<S, E, C> {

    private final MachineDefinition<S, E, C> definition;
    private final Severities severities;

    /** A verifier of a definition, with findings weighed as the caller likes. */
    public Verifier(MachineDefinition<S, E, C> definition, Severities severities) {
        this.definition = definition;
        this.severities = severities;
    }

    /** Everything that is wrong, at once; empty when nothing is. */
    public List<Finding> findings() {
        boolean hasFinalStates = definition.states().stream().anyMatch(state -> state.kind() == StateKind.FINAL);
        FindingCollector report = new FindingCollector(severities, hasFinalStates);
        DefinitionPlaces<S, E, C> places = new DefinitionPlaces<>(definition);
        new StructureCheck<>(definition, places, report).run();
        new TargetCheck<>(definition, places, report).run();
        if (report.isEmpty()) {
            Chart<S, E, C> chart = Chart.of(definition);
            TransitionCheck<S, E, C> transitions = new TransitionCheck<>(chart, places, report);
            transitions.run();
            Reachability<S, E, C> flow = new Reachability<>(chart, transitions.neverTaken());
            new ReachabilityCheck<>(chart, flow, places, report, hasFinalStates).run();
            new LoopCheck<>(chart, flow, places, report).run();
        }
        return report.findings();
    }
}
