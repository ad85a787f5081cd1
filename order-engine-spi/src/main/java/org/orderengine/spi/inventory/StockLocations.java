package org.orderengine.spi.inventory;

import java.util.List;
import java.util.Set;

/** The stock of an inventory with several locations. Called by many threads at a time. */
@FunctionalInterface
public interface StockLocations {

    /**
     * The units of these products that could be promised now, at each location that the host would send from. The locations come in
     * order of preference. Holds nothing: units in the answer may be sold to another order before they are reserved.
     *
     * @param skus the products
     */
    List<LocationStock> available(Set<String> skus);
}
