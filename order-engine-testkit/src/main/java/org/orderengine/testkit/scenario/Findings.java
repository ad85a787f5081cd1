package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource.Place;

/** The findings in a file, collected while it is read to its end. */
final class Findings implements JsonFindings {

    private final String file;
    private final List<ScenarioFinding> findings = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    @Override
    public void add(Place place, String message) {
        findings.add(new ScenarioFinding(file, place.line(), place.column(), message));
    }

    /** Takes what is wrong in another file that this one names. */
    void add(ScenarioFinding ofAnotherFile) {
        findings.add(ofAnotherFile);
    }

    void throwIfAny() {
        if (!findings.isEmpty()) {
            findings.sort(Comparator.comparingInt(ScenarioFinding::line).thenComparingInt(ScenarioFinding::column));
            throw new ScenarioFormatException(findings);
        }
    }
}
