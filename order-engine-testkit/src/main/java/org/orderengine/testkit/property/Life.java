package org.orderengine.testkit.property;

import java.util.List;

/**
 * The life of one order among services that decline, fail and lose answers.
 *
 * @param order chooses what is ordered
 * @param deeds what happens, beginning before the order is placed if {@code upsetBefore} says so
 * @param upsetBefore how many of the deeds, from the first, happen before the order is placed: those that upset a service
 */
public record Life(int order, List<TrialStep> deeds, int upsetBefore) {

    public Life {
        deeds = List.copyOf(deeds);
    }
}
