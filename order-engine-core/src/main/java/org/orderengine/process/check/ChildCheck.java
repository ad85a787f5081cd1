package org.orderengine.process.check;

import org.orderengine.model.ChildKind;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.ProcessState;
import org.orderengine.process.chart.StateTree;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.Registry;

/** Checks that the definition of a payment, shipment or return has only parts and actions that such a machine can have. */
final class ChildCheck {

    private final ChildKind kind;
    private final Registry registry;
    private final StateTree tree;
    private final ProcessFindings findings;

    ChildCheck(ChildKind kind, Registry registry, StateTree tree, ProcessFindings findings) {
        this.kind = kind;
        this.registry = registry;
        this.tree = tree;
        this.findings = findings;
    }

    void run() {
        for (StateTree.Located located : tree.all()) {
            ProcessState state = located.state();
            check(located, "run", !state.run().isEmpty());
            check(located, "entry", !state.entry().isEmpty());
            check(located, "exit", !state.exit().isEmpty());
            check(located, "defer", !state.defer().isEmpty());
            check(located, "parallel", state.parallel());
            check(located, "history", state.history() != null);
            check(located, "phase", state.phase() != null);
            state.on().keySet().forEach(action -> checkAction(located, action));
        }
    }

    private void checkAction(StateTree.Located located, String action) {
        ActionDescription builtIn = registry.action(action);
        boolean isOfAnother = builtIn != null && builtIn.about() != kind;
        if (isOfAnother || ChildEvents.isRaised(action)) {
            findings.add(
                    ProcessRule.CHILD_ACTION,
                    located.path() + ".on." + action,
                    "\"" + action + "\" is not about a " + kind + " that is there",
                    "use one of " + registry.actionsAbout(kind)
                            + (ChildEvents.happenings(kind).isEmpty()
                                    ? ""
                                    : ", of what the books tell: " + ChildEvents.happenings(kind))
                            + ", or an action of your own");
        }
    }

    private void check(StateTree.Located located, String part, boolean isThere) {
        if (isThere) {
            findings.add(
                    ProcessRule.CHILD_PART,
                    located.path() + "." + part,
                    "a payment, shipment or return is in one state at a time and owes nothing itself; \""
                            + located.name() + "\" has \"" + part + "\"",
                    "let the order's own process do it when it is told of the child's end");
        }
    }
}
