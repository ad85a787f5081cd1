package org.orderengine.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One slice of the work that waits for a person.
 *
 * @param effects parked effects, those of the newest order first
 * @param stuck orders whose due work cannot be done, the newest first
 * @param unreadable the ids of orders whose documents cannot be read; {@link OrderService#raw} shows what is stored
 * @param next where the following ones begin; null when these were the last
 */
public record ParkedSlice(
        List<ParkedEffect> effects, List<StuckOrder> stuck, List<String> unreadable, @Nullable String next) {

    public ParkedSlice {
        effects = List.copyOf(effects);
        stuck = List.copyOf(stuck);
        unreadable = List.copyOf(unreadable);
    }
}
