package org.orderengine.testkit.scenario;

import java.util.List;

/**
 * What came out of a scenario.
 *
 * @param scenario its title
 * @param json the output of all steps and how everything stood at the end, as JSON on one line
 * @param differences what did not come out as expected, each as {@code file: step N: path: expected X, was Y}, and what broke
 */
public record ScenarioResult(String scenario, String json, List<String> differences) {

    public ScenarioResult {
        differences = List.copyOf(differences);
    }

    /** Whether everything came out as expected. */
    public boolean passed() {
        return differences.isEmpty();
    }
}
