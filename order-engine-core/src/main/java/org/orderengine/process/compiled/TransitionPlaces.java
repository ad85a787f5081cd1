package org.orderengine.process.compiled;

import java.util.List;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Transition;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.chart.DefinedTransition;
import org.orderengine.process.chart.StateTree;

/** Which transition of a process a transition of its machine was compiled from. */
final class TransitionPlaces {

    private final StateTree tree;
    private final MachineDefinition<String, String, Subject> machine;

    TransitionPlaces(ProcessDefinition definition, MachineDefinition<String, String, Subject> machine) {
        this.tree = new StateTree(definition);
        this.machine = machine;
    }

    /** The compiler keeps the order in which {@link DefinedTransition#of} lists the transitions of a state. */
    @SuppressWarnings("ReferenceEquality") // two transitions of one state may say the same
    DefinedTransition of(Transition<String, String, Subject> transition) {
        StateTree.Located source = tree.of(transition.source());
        if (source != null) {
            List<Transition<String, String, Subject>> all = machine.allStates()
                    .filter(state -> state.name().equals(transition.source()))
                    .flatMap(state -> state.transitions().stream())
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i) == transition) {
                    return DefinedTransition.of(source).get(i);
                }
            }
        }
        throw new IllegalArgumentException("no transition of this process: " + transition);
    }
}
