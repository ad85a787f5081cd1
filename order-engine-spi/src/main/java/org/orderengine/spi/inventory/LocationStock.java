package org.orderengine.spi.inventory;

import java.util.Map;

/**
 * The units that could be promised now at one location.
 *
 * @param location the host's name of the location; a blank one is an {@link IllegalArgumentException}
 * @param available units per sku; a sku that is not named has none
 */
public record LocationStock(String location, Map<String, Long> available) {

    public LocationStock {
        available = Map.copyOf(available);
        if (location.isBlank()) {
            throw new IllegalArgumentException("a location without name");
        }
    }

    /** Units of a product. */
    public long of(String sku) {
        return Math.max(0, available.getOrDefault(sku, 0L));
    }
}
