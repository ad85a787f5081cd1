package org.orderengine.testkit.scenario;

import java.util.List;

/**
 * The result of a run of a scenario.
 *
 * @param scenario its title
 * @param json the output of all steps and the state of everything at the end, as JSON on one line
 * @param differences the expectations that did not hold, each as {@code file: step N: path: expected X, was Y}, and what broke
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
