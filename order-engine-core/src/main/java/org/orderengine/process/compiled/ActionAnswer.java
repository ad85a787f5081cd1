package org.orderengine.process.compiled;

import java.util.List;
import org.orderengine.machine.Step;
import org.orderengine.process.ConsideredTransition;

/**
 * What an action does where an order is, and why.
 *
 * @param step what {@link CompiledProcess#act} gives
 * @param candidates the transitions that were considered, in that order
 */
public record ActionAnswer(Step<String, String, Subject> step, List<ConsideredTransition> candidates) {

    /** Copies the list. */
    public ActionAnswer {
        candidates = List.copyOf(candidates);
    }
}
