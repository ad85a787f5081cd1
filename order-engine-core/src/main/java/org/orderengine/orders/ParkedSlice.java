package org.orderengine.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderPage;

/**
 * Some of the effects that wait for a person.
 *
 * @param effects those of the newest order first
 * @param next where the following ones begin; null when these were the last
 */
public record ParkedSlice(List<ParkedEffect> effects, OrderPage.@Nullable Cursor next) {

    public ParkedSlice {
        effects = List.copyOf(effects);
    }
}
