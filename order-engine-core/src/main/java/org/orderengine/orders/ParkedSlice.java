package org.orderengine.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderPage;

/**
 * One slice of the work that waits for a person.
 *
 * @param effects parked effects, those of the newest order first
 * @param stuck orders whose due work cannot be done, the newest first
 * @param next where the next slice begins; null when this is the last
 */
public record ParkedSlice(List<ParkedEffect> effects, List<StuckOrder> stuck, OrderPage.@Nullable Cursor next) {

    public ParkedSlice {
        effects = List.copyOf(effects);
        stuck = List.copyOf(stuck);
    }
}
