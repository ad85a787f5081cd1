package org.orderengine.spi.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.model.LineQuantity;

/**
 * Takes the units from as few locations as possible.
 *
 * <ol>
 *   <li>Locations that send a parcel of the order anyhow give what they have.
 *   <li>The rest comes from the smallest set of other locations that has it; of several such sets, the one that comes first by
 *       preference.
 *   <li>Beyond {@value #EXACT} locations, the location that has the most of what is still wanted is taken again and again.
 * </ol>
 *
 * <p>The smallest set is the set cover problem, and the third step is its greedy heuristic (V. Chvátal, A Greedy Heuristic for
 * the Set-Covering Problem, 1979).
 */
final class FewestParcels implements Allocator {

    /** The number of locations up to which every choice is looked at. */
    private static final int EXACT = 12;

    @Override
    public List<Share> allocate(Request request) {
        Map<String, Long> wanted = new LinkedHashMap<>();
        for (StockLine line : request.lines()) {
            wanted.merge(line.sku(), line.quantity(), Math::addExact);
        }
        List<LocationStock> chosen = new ArrayList<>(request.stock());
        chosen.removeIf(location -> !request.used().contains(location.location()));
        List<LocationStock> others = new ArrayList<>(request.stock());
        others.removeAll(chosen);
        others.removeIf(location -> wanted.keySet().stream().allMatch(sku -> location.of(sku) == 0));
        Map<String, Long> missing = without(wanted, chosen);
        Map<String, Long> nowhere = without(missing, others);
        missing.replaceAll((sku, quantity) -> quantity - nowhere.getOrDefault(sku, 0L));
        chosen.addAll(others.size() > EXACT ? most(missing, others) : fewest(missing, others));
        return shares(request.lines(), chosen);
    }

    /** What is still wanted after these locations gave what they have. */
    private static Map<String, Long> without(Map<String, Long> wanted, List<LocationStock> locations) {
        Map<String, Long> left = new LinkedHashMap<>(wanted);
        for (LocationStock location : locations) {
            left.replaceAll((sku, quantity) -> Math.max(0, quantity - location.of(sku)));
        }
        return left;
    }

    private static boolean isNothing(Map<String, Long> wanted) {
        return wanted.values().stream().allMatch(quantity -> quantity == 0);
    }

    private static List<LocationStock> fewest(Map<String, Long> wanted, List<LocationStock> locations) {
        for (int size = 0; size < locations.size(); size++) {
            List<LocationStock> chosen = new ArrayList<>();
            if (covers(wanted, locations, 0, size, chosen)) {
                return chosen;
            }
        }
        return locations;
    }

    /** Whether so many of the locations from one on have all that is wanted; then they are chosen. */
    private static boolean covers(
            Map<String, Long> wanted, List<LocationStock> locations, int from, int size, List<LocationStock> chosen) {
        if (isNothing(wanted)) {
            return true;
        }
        for (int i = from; size > 0 && i < locations.size(); i++) {
            LocationStock location = locations.get(i);
            chosen.add(location);
            if (covers(without(wanted, List.of(location)), locations, i + 1, size - 1, chosen)) {
                return true;
            }
            chosen.remove(chosen.size() - 1);
        }
        return false;
    }

    private static List<LocationStock> most(Map<String, Long> wanted, List<LocationStock> locations) {
        List<LocationStock> chosen = new ArrayList<>();
        List<LocationStock> left = new ArrayList<>(locations);
        Map<String, Long> missing = wanted;
        while (!isNothing(missing)) {
            LocationStock best = left.get(0);
            for (LocationStock location : left) {
                if (gives(location, missing) > gives(best, missing)) {
                    best = location;
                }
            }
            chosen.add(best);
            left.remove(best);
            missing = without(missing, List.of(best));
        }
        return chosen;
    }

    private static long gives(LocationStock location, Map<String, Long> wanted) {
        long sum = 0;
        for (Map.Entry<String, Long> one : wanted.entrySet()) {
            sum += Math.min(one.getValue(), location.of(one.getKey()));
        }
        return sum;
    }

    /** Each location gives what it has of what those before it left. */
    private static List<Share> shares(List<StockLine> lines, List<LocationStock> chosen) {
        Map<String, Long> left = new HashMap<>();
        lines.forEach(line -> left.merge(line.line(), line.quantity(), Math::addExact));
        List<Share> shares = new ArrayList<>();
        for (LocationStock location : chosen) {
            Map<String, Long> stock = new HashMap<>();
            List<LineQuantity> taken = new ArrayList<>();
            for (StockLine line : lines) {
                long there = stock.computeIfAbsent(line.sku(), location::of);
                long part = Math.min(there, left.getOrDefault(line.line(), 0L));
                if (part > 0) {
                    taken.add(new LineQuantity(line.line(), part));
                    stock.put(line.sku(), there - part);
                    left.merge(line.line(), -part, Math::addExact);
                }
            }
            if (!taken.isEmpty()) {
                shares.add(new Share(location.location(), taken));
            }
        }
        return shares;
    }
}
