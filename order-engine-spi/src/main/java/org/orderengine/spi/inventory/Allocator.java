package org.orderengine.spi.inventory;

import java.util.List;
import java.util.Set;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;

/**
 * A rule for choosing the locations that an order's units are taken from.
 *
 * <pre>{@code
 * Allocator fromTheDepot = request -> List.of(new Allocator.Share("depot", request.quantities()));
 * }</pre>
 *
 * <p>The engine writes the answer down before anything is reserved. It treats the answer so:
 *
 * <ul>
 *   <li>Units that the answer leaves out count as not in stock. They are asked of the first location that it names, or else of
 *       the first there is, since that location may have them on backorder.
 *   <li>Units beyond those wanted are ignored.
 *   <li>If it throws, it is asked again later, like a service that failed.
 * </ul>
 *
 * <p>It must be pure: a function of its request and nothing else. Called by many threads at a time.
 */
@FunctionalInterface
public interface Allocator {

    /** Takes the units from as few locations as possible. */
    Allocator FEWEST_PARCELS = new FewestParcels();

    /** Splits the units over locations; one share per location. */
    List<Share> allocate(Request request);

    /**
     * The units to be split over locations.
     *
     * @param order the order, with its delivery address
     * @param lines the units, more than zero per line
     * @param stock the stock by location, in the host's order of preference
     * @param used the locations that hold units for the order already, and will send a parcel anyhow
     */
    record Request(Order order, List<StockLine> lines, List<LocationStock> stock, Set<String> used) {
        public Request {
            lines = List.copyOf(lines);
            stock = List.copyOf(stock);
            used = Set.copyOf(used);
        }

        /** All the units. */
        public List<LineQuantity> quantities() {
            return lines.stream()
                    .map(line -> new LineQuantity(line.line(), line.quantity()))
                    .toList();
        }
    }

    /**
     * The units taken from one location.
     *
     * @param location its name
     * @param lines the units
     */
    record Share(String location, List<LineQuantity> lines) {
        public Share {
            lines = List.copyOf(lines);
        }
    }
}
