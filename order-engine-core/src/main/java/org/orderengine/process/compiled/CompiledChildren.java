package org.orderengine.process.compiled;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.ChildKind;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.process.vocabulary.Registry;

/** Makes machines of what stands beside a process: one for each kind of child. */
final class CompiledChildren {

    private CompiledChildren() {}

    /**
     * The machines of payments, shipments and returns.
     *
     * @throws DefinitionException with all findings of the first definition that has errors, or if an action moves two kinds
     */
    static Map<ChildKind, CompiledChild> compile(ChildProcesses children, Registry registry) {
        Map<ChildKind, CompiledChild> compiled = new EnumMap<>(ChildKind.class);
        for (ChildKind kind : ChildKind.values()) {
            compiled.put(kind, CompiledChild.compile(kind, children.definition(kind), children.guards(), registry));
        }
        requireActionsApart(compiled);
        return compiled;
    }

    /** An action moves one kind of them: which, its name alone says. */
    private static void requireActionsApart(Map<ChildKind, CompiledChild> compiled) {
        Map<String, ChildKind> known = new HashMap<>();
        List<Finding> twice = new ArrayList<>();
        compiled.forEach((kind, child) -> child.actions().forEach(action -> {
            ChildKind other = known.putIfAbsent(action, kind);
            if (other != null) {
                twice.add(new Finding(
                        ProcessRule.CHILD_ACTION.code(),
                        ProcessRule.CHILD_ACTION.severity(),
                        child.definition().reference() + " on." + action,
                        "\"" + action + "\" moves a " + other + " as well",
                        "give it another name for a " + kind));
            }
        }));
        if (!twice.isEmpty()) {
            throw new DefinitionException("payments, shipments and returns", twice);
        }
    }
}
