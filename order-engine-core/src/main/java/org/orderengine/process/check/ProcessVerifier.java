package org.orderengine.process.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Rule;
import org.orderengine.model.ChildKind;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.chart.StateGraph;
import org.orderengine.process.chart.StateTree;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.vocabulary.Registry;

/** Verifies a process definition: names and parts first, then the machine that is made of it, and where orders can come to. */
public final class ProcessVerifier {

    /** Of these the process says more itself. */
    private static final Set<String> SAID_ALREADY = Set.of(Rule.DUPLICATE_STATE.code(), Rule.UNKNOWN_TARGET.code());

    /** States of which these are said lead to no end. */
    private static final Set<String> ENDLESS = Set.of(Rule.NO_WAY_TO_FINAL.code(), Rule.DEAD_END.code());

    private final ProcessDefinition definition;
    private final Registry registry;
    private final @Nullable ChildKind child;
    private final ProcessFindings findings = new ProcessFindings();

    /** Verifies what orders go through. */
    public ProcessVerifier(ProcessDefinition definition, Registry registry) {
        this(definition, registry, null);
    }

    /** Verifies what the payments, shipments or returns of a process go through; null for the process itself. */
    public ProcessVerifier(ProcessDefinition definition, Registry registry, @Nullable ChildKind child) {
        this.definition = definition;
        this.registry = registry;
        this.child = child;
    }

    /**
     * Everything that is wrong, or may be, in the order of the text where there is one.
     *
     * @param machine what the definition is compiled to
     */
    public List<Finding> findings(MachineDefinition<?, ?, ?> machine) {
        StateTree tree = new StateTree(definition);
        boolean sound = new NameCheck(tree, registry, child, findings).run();
        new StateCheck(tree, registry, findings).run();
        if (child != null) {
            new ChildCheck(child, registry, tree, findings).run();
        }
        if (sound) {
            List<Finding> found = Machine.verify(machine);
            Set<String> endless = new HashSet<>();
            for (Finding finding : found) {
                if (!SAID_ALREADY.contains(finding.code())) {
                    Finding translated = MachineWords.translated(finding);
                    findings.add(translated);
                    if (ENDLESS.contains(finding.code())) {
                        endless.add(translated.place());
                    }
                }
            }
            HoldingsCheck flow = new HoldingsCheck(new StateGraph(tree), registry, endless, findings);
            flow.run();
            if (child == null) {
                flow.checkHoldings();
            }
        }
        return definition.located(findings.all());
    }
}
