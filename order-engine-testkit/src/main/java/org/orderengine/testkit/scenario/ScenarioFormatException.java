package org.orderengine.testkit.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario file cannot be understood; everything that is wrong with it, not only the first. */
public final class ScenarioFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ScenarioFinding> findings;

    ScenarioFormatException(List<ScenarioFinding> findings) {
        super(findings.stream().map(ScenarioFinding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** What is wrong, in the order of the file. */
    public List<ScenarioFinding> findings() {
        return findings;
    }
}
