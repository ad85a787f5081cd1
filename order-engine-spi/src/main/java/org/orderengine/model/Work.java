package org.orderengine.model;

import java.util.List;

/**
 * The work of an order: what it has to do by itself, apart from what its timers lead to.
 *
 * @param runs the busy states at work
 * @param effects the outside work it owes, in the order in which it is to be done
 * @param deferred the actions that are kept until it comes to rest, in the order in which they arrived
 */
public record Work(List<Run> runs, List<OwedEffect> effects, List<DeferredAction> deferred) {

    public Work {
        runs = List.copyOf(runs);
        effects = List.copyOf(effects);
        deferred = List.copyOf(deferred);
    }

    /** This work with other busy states. */
    public Work withRuns(List<Run> newRuns) {
        return new Work(newRuns, effects, deferred);
    }

    /** This work with other owed effects. */
    public Work withEffects(List<OwedEffect> newEffects) {
        return new Work(runs, newEffects, deferred);
    }

    /** This work keeping other actions. */
    public Work withDeferred(List<DeferredAction> newDeferred) {
        return new Work(runs, effects, newDeferred);
    }
}
