package org.orderengine.testkit.property;

import java.util.List;

/**
 * The life of one order among services that decline, fail and lose answers.
 *
 * @param order the number that chooses what is ordered
 * @param deeds the steps, in order
 * @param upsetBefore the number of steps, from the first, that happen before the order is placed; these upset a service
 */
public record Life(int order, List<TrialStep> deeds, int upsetBefore) {

    public Life {
        deeds = List.copyOf(deeds);
    }
}
