package org.orderengine.machine.check;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.Severities;

/** Collects findings, each weighed as the caller of verification likes. */
final class FindingCollector {

    private final Severities severities;
    private final boolean hasFinalStates;
    private final List<Finding> findings = new ArrayList<>();

    FindingCollector(Severities severities, boolean hasFinalStates) {
        this.severities = severities;
        this.hasFinalStates = hasFinalStates;
    }

    void add(Rule rule, String place, String message, String remedy) {
        findings.add(new Finding(rule.code(), severities.of(rule, hasFinalStates), place, message, remedy));
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
