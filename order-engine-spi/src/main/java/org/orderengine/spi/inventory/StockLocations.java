package org.orderengine.spi.inventory;

import java.util.List;
import java.util.Set;

/** What is where, of an inventory with several locations. Called by many threads at a time. */
@FunctionalInterface
public interface StockLocations {

    /**
     * What of these products could be promised now, at every location that the host would send from: in one call, the location
     * first that comes first where several would do equally. Holds nothing: what is answered may be sold to somebody else before
     * it is reserved.
     *
     * @param skus the products
     */
    List<LocationStock> available(Set<String> skus);
}
