package org.orderengine.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.machine.DefinitionException;
import org.orderengine.machine.Finding;
import org.orderengine.model.ProcessReference;

/** Several definitions that are to run side by side: each version of a process stands for one content. */
final class ProcessVersions {

    private static final int SHOWN = 12;

    private ProcessVersions() {}

    /** The definitions, each version once. */
    static List<ProcessDefinition> distinct(List<ProcessDefinition> definitions) {
        Map<ProcessReference, ProcessDefinition> distinct = new LinkedHashMap<>();
        List<Finding> conflicts = new ArrayList<>();
        for (ProcessDefinition definition : definitions) {
            ProcessDefinition before = distinct.putIfAbsent(definition.reference(), definition);
            if (before != null && !before.equals(definition)) {
                conflicts.add(conflict(before, definition));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new DefinitionException("processes", conflicts);
        }
        return List.copyOf(distinct.values());
    }

    private static Finding conflict(ProcessDefinition before, ProcessDefinition other) {
        return new Finding(
                ProcessRule.VERSION_REUSED.code(),
                ProcessRule.VERSION_REUSED.severity(),
                other.reference().toString(),
                "is given twice with different content: fingerprint " + shown(before) + "… and " + shown(other) + "…",
                "give the changed one the next version");
    }

    private static String shown(ProcessDefinition definition) {
        return definition.fingerprint().substring(0, SHOWN);
    }
}
