package org.orderengine.process.compiled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.ProcessReference;
import org.orderengine.process.finding.ProcessRule;

/** Several definitions that are to run side by side: each version of a process stands for one content. */
final class ProcessVersions {

    private static final int SHOWN = 12;

    private ProcessVersions() {}

    /** The processes, each version once. */
    static List<BoundProcess> distinct(List<BoundProcess> processes) {
        Map<ProcessReference, BoundProcess> distinct = new LinkedHashMap<>();
        List<Finding> conflicts = new ArrayList<>();
        for (BoundProcess process : processes) {
            BoundProcess before = distinct.putIfAbsent(process.definition().reference(), process);
            if (before != null && !before.isSame(process)) {
                conflicts.add(conflict(before, process));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new DefinitionException("processes", conflicts);
        }
        return List.copyOf(distinct.values());
    }

    private static Finding conflict(BoundProcess before, BoundProcess other) {
        boolean sameProcess = before.definition().equals(other.definition());
        return new Finding(
                ProcessRule.VERSION_REUSED.code(),
                ProcessRule.VERSION_REUSED.severity(),
                other.definition().reference().toString(),
                sameProcess
                        ? "is given twice with different payments, shipments or returns beside it"
                        : "is given twice with different content: fingerprint " + shown(before) + "… and "
                                + shown(other) + "…",
                "give the changed one the next version");
    }

    private static String shown(BoundProcess process) {
        return process.definition().fingerprint().substring(0, SHOWN);
    }
}
