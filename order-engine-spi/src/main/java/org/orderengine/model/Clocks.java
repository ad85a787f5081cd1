package org.orderengine.model;

import java.util.List;

/**
 * The clocks of an order: its timers, and the times that this order has set for them.
 *
 * @param timers the timers that run
 * @param frozen the timers that stand still while the order is on hold
 * @param deadlines the timers that have a time of their own in this order, instead of the time that the process gives
 */
public record Clocks(List<Timer> timers, List<FrozenTimer> frozen, List<Deadline> deadlines) {

    public Clocks {
        timers = List.copyOf(timers);
        frozen = List.copyOf(frozen);
        deadlines = List.copyOf(deadlines);
    }

    /** These clocks with other timers. */
    public Clocks withTimers(List<Timer> newTimers) {
        return new Clocks(newTimers, frozen, deadlines);
    }

    /** These clocks with other timers that stand still. */
    public Clocks withFrozen(List<FrozenTimer> newFrozen) {
        return new Clocks(timers, newFrozen, deadlines);
    }

    /** These clocks with other deadlines. */
    public Clocks withDeadlines(List<Deadline> newDeadlines) {
        return new Clocks(timers, frozen, newDeadlines);
    }
}
