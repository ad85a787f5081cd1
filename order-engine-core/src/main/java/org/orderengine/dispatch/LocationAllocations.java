package org.orderengine.dispatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.HeldAt;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.spi.inventory.Allocator;
import org.orderengine.spi.inventory.LocationStock;
import org.orderengine.spi.inventory.StockLocations;

/** Asks an inventory for its stock by location, and the host's allocator what to take. Holds nothing. */
final class LocationAllocations {

    private final @Nullable StockLocations locations;
    private final Allocator allocator;

    LocationAllocations(@Nullable StockLocations locations, Allocator allocator) {
        this.locations = locations;
        this.allocator = allocator;
    }

    /** Allocates the units of a reservation to locations; null where there is one location, without a name. */
    EffectResult.@Nullable Allocated allot(Order order, OwedEffect reservation, List<StockLine> lines) {
        if (locations == null) {
            return null;
        }
        Set<String> skus = new LinkedHashSet<>();
        lines.forEach(line -> skus.add(line.sku()));
        List<LocationStock> stock = locations.available(skus);
        if (stock.isEmpty()) {
            return null;
        }
        List<AllocatedPart> parts = new ArrayList<>();
        List<LineQuantity> rest = new ArrayList<>();
        for (StockLine line : lines) {
            rest.add(new LineQuantity(line.line(), line.quantity()));
        }
        for (Allocator.Share share :
                allocator.allocate(new Allocator.Request(order, lines, stock, used(order, reservation)))) {
            List<LineQuantity> taken = take(share.lines(), rest);
            if (!taken.isEmpty()) {
                add(parts, share.location(), taken);
            }
        }
        String first = parts.isEmpty() ? stock.get(0).location() : parts.get(0).location();
        return new EffectResult.Allocated(parts, rest.isEmpty() ? null : AllocatedPart.of(first, rest));
    }

    /** Takes the units of a share out of the units that are left. */
    private static List<LineQuantity> take(List<LineQuantity> share, List<LineQuantity> left) {
        List<LineQuantity> taken = new ArrayList<>();
        for (LineQuantity one : share) {
            for (int i = 0; i < left.size(); i++) {
                LineQuantity of = left.get(i);
                if (of.line().equals(one.line())) {
                    long part = Math.min(of.quantity(), one.quantity());
                    taken.add(new LineQuantity(one.line(), part));
                    left.remove(i);
                    if (of.quantity() > part) {
                        left.add(i, new LineQuantity(one.line(), of.quantity() - part));
                    }
                    break;
                }
            }
        }
        return taken;
    }

    /** A location is asked once, also if the allocator named it twice. */
    private static void add(List<AllocatedPart> parts, String location, List<LineQuantity> lines) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).location().equals(location)) {
                parts.set(i, parts.get(i).and(lines));
                return;
            }
        }
        parts.add(AllocatedPart.of(location, lines));
    }

    /** The locations that hold units for the order, this reservation's included. */
    private static Set<String> used(Order order, OwedEffect reservation) {
        Set<String> used = new HashSet<>();
        for (Line line : order.books().lines()) {
            for (HeldAt place : line.units().places()) {
                if (place.location() != null) {
                    used.add(place.location());
                }
            }
        }
        for (AllocatedPart part : reservation.parts()) {
            if (part.isHeld()) {
                used.add(part.location());
            }
        }
        return used;
    }
}
