package org.orderengine.process.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Rule;
import org.orderengine.model.ChildKind;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.chart.StateGraph;
import org.orderengine.process.chart.StateTree;
import org.orderengine.process.chart.StateTree.Located;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.process.vocabulary.Registry;

/**
 * Verifies a process definition: what could not be read of it, its names and parts, the machine that is made of it, and where orders can
 * come to, all in one round. What only follows from another finding is left out.
 */
public final class ProcessVerifier {

    /** Of these the process says more itself. */
    private static final Set<String> SAID_ALREADY = Set.of(Rule.DUPLICATE_STATE.code(), Rule.UNKNOWN_TARGET.code());

    /** What is said of where a state begins. */
    private static final Set<String> BEGINNINGS = Set.of(Rule.BAD_INITIAL.code(), Rule.BAD_HISTORY.code());

    /** States of which these are said lead to no end. */
    private static final Set<String> ENDLESS = Set.of(Rule.NO_WAY_TO_FINAL.code(), Rule.DEAD_END.code());

    /** What is found in the flow of a machine, whose structure is sound then. */
    private static final Set<String> FLOW = Stream.of(Rule.values())
            .filter(rule -> rule.compareTo(Rule.CONFLICTING_TARGETS) > 0)
            .map(Rule::code)
            .collect(Collectors.toSet());

    /** What is said of a state because of what is read elsewhere. */
    private static final Set<String> OF_THE_WHOLE = Set.of(ProcessRule.DEFER_NEVER_TAKEN.code());

    /** Keys of the whole on which nothing else depends. */
    private static final Set<String> ALONE = Set.of("process", "version", "$schema");

    /** Without the definition that it extends hardly anything of the rest can be judged. */
    private static final String EXTENDS = "extends";

    private final ProcessDefinition definition;
    private final Registry registry;
    private final @Nullable ChildKind child;
    private final StateTree tree;
    private final Set<String> unread;
    private final Set<String> unreadable;

    /** Verifies what orders go through. */
    public ProcessVerifier(ProcessDefinition definition, Registry registry) {
        this(definition, registry, null);
    }

    /** Verifies what the payments, shipments or returns of a process go through; null for the process itself. */
    public ProcessVerifier(ProcessDefinition definition, Registry registry, @Nullable ChildKind child) {
        this.definition = definition;
        this.registry = registry;
        this.child = child;
        this.tree = new StateTree(definition);
        this.unread = definition.unread().stream()
                .map(finding -> ProcessPlaces.pathOf(finding.place()))
                .collect(Collectors.toSet());
        this.unreadable = unread.stream()
                .filter(path -> !ALONE.contains(path))
                .map(this::stateAround)
                .collect(Collectors.toSet());
    }

    /**
     * Everything that is wrong, or may be, in the order of the text where there is one.
     *
     * @param compiler makes the machine of a definition
     */
    public List<Finding> findings(Function<ProcessDefinition, MachineDefinition<?, ?, ?>> compiler) {
        ProcessFindings findings = new ProcessFindings();
        if (unread.contains(EXTENDS)) {
            return definition.located(List.of());
        }
        boolean sound = new NameCheck(tree, registry, child, findings).run();
        parts().forEach(findings::add);
        List<Finding> machine = translated(Machine.verify(compiler.apply(definition)));
        List<Finding> structure = machine.stream()
                .filter(finding -> !FLOW.contains(finding.code()))
                .toList();
        structure.stream()
                .filter(finding -> !SAID_ALREADY.contains(finding.code())
                        && !isUnreadable(finding.place())
                        && !isAmbiguous(finding))
                .forEach(findings::add);
        if (sound && structure.isEmpty() && unreadable.isEmpty() && !Repair.isNearly(tree, registry, child)) {
            flow(tree, machine).forEach(findings::add);
        } else if (!unreadable.contains(ProcessPlaces.ROOT)) {
            ProcessDefinition repaired = new Repair(tree, registry, child, unreadable, structure).definition();
            if (repaired != null) {
                flow(new StateTree(repaired), translated(Machine.verify(compiler.apply(repaired)))).stream()
                        .filter(finding -> !finding.place().contains(Repair.MARK)
                                && !finding.message().contains(Repair.MARK))
                        .forEach(findings::add);
            }
        }
        return definition.located(findings.all());
    }

    /** What is wrong with the parts of states that can be understood. */
    private List<Finding> parts() {
        ProcessFindings found = new ProcessFindings();
        new StateCheck(tree, registry, found).run();
        if (child != null) {
            new ChildCheck(child, registry, tree, found).run();
        }
        return found.all().stream()
                .filter(finding -> unreadable.isEmpty()
                        || !isUnreadable(finding.place()) && !OF_THE_WHOLE.contains(finding.code()))
                .toList();
    }

    private List<Finding> flow(StateTree of, List<Finding> machine) {
        if (machine.stream().anyMatch(finding -> !FLOW.contains(finding.code()))) {
            return List.of();
        }
        ProcessFindings found = new ProcessFindings();
        Set<String> endless = new HashSet<>();
        for (Finding finding : machine) {
            found.add(finding);
            if (ENDLESS.contains(finding.code())) {
                endless.add(finding.place());
            }
        }
        HoldingsCheck flow = new HoldingsCheck(new StateGraph(of), registry, endless, found);
        flow.run();
        if (child == null) {
            flow.checkHoldings();
        }
        return found.all();
    }

    private static List<Finding> translated(List<Finding> findings) {
        return findings.stream().map(MachineWords::translated).toList();
    }

    /** Whether it is about where a state begins, and there are several of that name. */
    private boolean isAmbiguous(Finding finding) {
        if (!BEGINNINGS.contains(finding.code())) {
            return false;
        }
        String state = stateAround(finding.place());
        return tree.all().stream()
                .filter(located -> located.path().equals(state))
                .anyMatch(located -> tree.all().stream()
                                .filter(other -> other.name().equals(located.state().initial()))
                                .count()
                        > 1);
    }

    private boolean isUnreadable(String place) {
        return unreadable.contains(stateAround(place));
    }

    /** The path of the innermost state that a part belongs to; the root where it belongs to none. */
    private String stateAround(String path) {
        String around = ProcessPlaces.ROOT;
        for (Located located : tree.all()) {
            boolean isIn = path.equals(located.path())
                    || path.startsWith(located.path() + ".")
                    || path.startsWith(located.path() + "[");
            if (isIn && (around.equals(ProcessPlaces.ROOT) || located.path().length() > around.length())) {
                around = located.path();
            }
        }
        return around;
    }
}
