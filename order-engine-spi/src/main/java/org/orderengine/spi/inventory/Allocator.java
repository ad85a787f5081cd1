package org.orderengine.spi.inventory;

import java.util.List;
import java.util.Set;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;

/**
 * Says which locations an order's units are taken from. A function of what it is given and nothing else, called by many threads
 * at a time; what it says is written down before anything is reserved.
 *
 * <p>What it leaves out counts as not there, and is asked of the first location that it named, or else the first there is: that
 * one may have it on backorder. What it asks for more than is wanted is passed over. If it throws, it is asked again later, as
 * a service that failed.
 *
 * <pre>{@code
 * Allocator fromTheDepot = request -> List.of(new Allocator.Share("depot", request.quantities()));
 * }</pre>
 */
@FunctionalInterface
public interface Allocator {

    /** As few parcels as there can be. */
    Allocator FEWEST_PARCELS = new FewestParcels();

    /** Splits the units over locations; one share per location. */
    List<Share> allocate(Request request);

    /**
     * What is to be split.
     *
     * @param order the order, with where it goes to
     * @param lines the units, more than zero per line
     * @param stock what is where, the location first that comes first where several would do equally
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
     * What is taken from one location.
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
