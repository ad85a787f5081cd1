package org.orderengine.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.model.LineQuantity;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.testkit.Shelf.Holding;

/**
 * The books of a fake inventory: what is on which shelf and what each order line holds of it. Every operation looks at all
 * its lines before it changes anything. Not for several threads: the inventory guards it.
 */
final class StockLedger {

    /** An order line that holds units or held some. */
    record Claim(String orderId, String line, String sku) {}

    /** Units that left for a line, from wherever, and did not come back. */
    private final Map<Claim, Long> left;

    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private final Map<Claim, Holding> holdings = new HashMap<>();

    /** The books of one location; {@code left} is that of all. */
    StockLedger(Map<Claim, Long> left) {
        this.left = left;
    }

    void stock(String sku, StockLevel level) {
        Shelf before = shelves.putIfAbsent(sku, Shelf.stocked(sku, level));
        if (before != null && !before.stockFirst(level)) {
            throw new IllegalArgumentException(sku + " has been stocked or sold already; add to it instead");
        }
    }

    /** Notes that a product is stocked elsewhere: here is none unless it is stocked here too. */
    void stockedElsewhere(String sku) {
        shelves.putIfAbsent(sku, Shelf.empty(sku));
    }

    void add(String sku, long quantity) {
        shelf(sku).add(quantity);
    }

    /** The shelves that have a bound, in the order in which they were stocked. */
    Map<String, StockLevel> levels() {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        shelves.forEach((sku, shelf) -> {
            if (!shelf.isUnbounded()) {
                levels.put(sku, shelf.level());
            }
        });
        return levels;
    }

    /** Units that the order was promised and neither got nor gave back. */
    long held(String orderId) {
        return sum(orderId, Holding::held);
    }

    /** Units of a product that could be promised from what is there. */
    long available(String sku) {
        return shelf(sku).available();
    }

    EffectResult reserve(String orderId, List<StockLine> lines, ReservePolicy policy) {
        Map<Holding, Long> wanted = byHolding(orderId, lines);
        if (policy == ReservePolicy.PARTIAL) {
            return reservePart(orderId, wanted);
        }
        if (policy == ReservePolicy.BACKORDER) {
            return promise(wanted);
        }
        Map<Shelf, Long> perShelf = perShelf(wanted, holding -> 0);
        for (Map.Entry<Shelf, Long> want : perShelf.entrySet()) {
            Shelf shelf = want.getKey();
            if (want.getValue() - Math.min(want.getValue(), shelf.available()) > shelf.backorderRoom()) {
                return outOfStock(orderId, shelf, want.getValue());
            }
        }
        return promise(wanted);
    }

    private static EffectResult reservePart(String orderId, Map<Holding, Long> wanted) {
        List<LineQuantity> missing = new ArrayList<>();
        Shelf empty = null;
        boolean held = false;
        for (Map.Entry<Holding, Long> want : wanted.entrySet()) {
            Holding holding = want.getKey();
            long there = Math.min(want.getValue(), holding.shelf().available());
            holding.shelf().reserve(holding, there);
            held |= there > 0;
            if (there < want.getValue()) {
                empty = holding.shelf();
                missing.add(new LineQuantity(holding.line(), want.getValue() - there));
            }
        }
        return held || empty == null
                ? new EffectResult.Done(null, List.of(), missing)
                : outOfStock(orderId, empty, missing.get(missing.size() - 1).quantity());
    }

    private static EffectResult promise(Map<Holding, Long> wanted) {
        List<LineQuantity> backordered = new ArrayList<>();
        wanted.forEach((holding, quantity) -> {
            long missing = holding.shelf().reserve(holding, quantity);
            if (missing > 0) {
                backordered.add(new LineQuantity(holding.line(), missing));
            }
        });
        return new EffectResult.Done(null, backordered);
    }

    /** Looks at what goods have arrived for; they went to those who wait already. */
    EffectResult fill(String orderId, List<StockLine> lines) {
        List<LineQuantity> missing = new ArrayList<>();
        byHolding(orderId, lines).forEach((holding, quantity) -> {
            long waits = Math.min(quantity, holding.backordered());
            if (waits > 0) {
                missing.add(new LineQuantity(holding.line(), waits));
            }
        });
        return new EffectResult.Done(null, missing);
    }

    /** The products of which units have come to those who wait, since this was last asked. */
    Set<String> takeFilled() {
        Set<String> filled = new LinkedHashSet<>();
        shelves.forEach((sku, shelf) -> {
            if (shelf.takeFilled()) {
                filled.add(sku);
            }
        });
        return filled;
    }

    EffectResult release(String orderId, List<StockLine> lines) {
        Map<Holding, Long> wanted = byHolding(orderId, lines);
        for (Map.Entry<Holding, Long> want : wanted.entrySet()) {
            Holding holding = want.getKey();
            if (want.getValue() > holding.held()) {
                return new Declined(
                        "not-held",
                        "Line " + holding.line() + " of order " + orderId + " holds " + holding.held() + " units of "
                                + holding.shelf().sku() + ", not " + want.getValue());
            }
        }
        wanted.forEach((holding, quantity) -> holding.shelf().release(holding, quantity));
        return EffectResult.done();
    }

    EffectResult consume(String orderId, List<StockLine> lines) {
        Map<Holding, Long> wanted = byHolding(orderId, lines);
        for (Map.Entry<Shelf, Long> unpromised :
                perShelf(wanted, Holding::reserved).entrySet()) {
            if (unpromised.getValue() > unpromised.getKey().available()) {
                return outOfStock(orderId, unpromised.getKey(), unpromised.getValue());
            }
        }
        wanted.forEach((holding, quantity) -> {
            holding.shelf().consume(holding, quantity);
            left.merge(claim(orderId, holding), quantity, Math::addExact);
        });
        return EffectResult.done();
    }

    EffectResult takeBack(String orderId, List<StockLine> lines) {
        return comeBack(orderId, lines, (holding, quantity) -> holding.shelf().takeBack(holding, quantity));
    }

    EffectResult restock(String orderId, List<StockLine> lines) {
        return comeBack(orderId, lines, (holding, quantity) -> holding.shelf().add(quantity));
    }

    private EffectResult comeBack(String orderId, List<StockLine> lines, ObjLongConsumer<Holding> how) {
        Map<Holding, Long> wanted = byHolding(orderId, lines);
        for (Map.Entry<Holding, Long> want : wanted.entrySet()) {
            Holding holding = want.getKey();
            long gone = left.getOrDefault(claim(orderId, holding), 0L);
            if (want.getValue() > gone) {
                return new Declined(
                        "not-consumed",
                        gone + " units of " + holding.shelf().sku() + " left for line " + holding.line() + " of order "
                                + orderId + ", not " + want.getValue());
            }
        }
        wanted.forEach((holding, quantity) -> {
            left.merge(claim(orderId, holding), -quantity, Math::addExact);
            how.accept(holding, quantity);
        });
        return EffectResult.done();
    }

    private static Claim claim(String orderId, Holding holding) {
        return new Claim(orderId, holding.line(), holding.shelf().sku());
    }

    private Shelf shelf(String sku) {
        return shelves.computeIfAbsent(sku, Shelf::unbounded);
    }

    private Map<Holding, Long> byHolding(String orderId, List<StockLine> lines) {
        Map<Holding, Long> quantities = new LinkedHashMap<>();
        for (StockLine line : lines) {
            Holding holding =
                    holdings.computeIfAbsent(new Claim(orderId, line.line(), line.sku()), claim -> shelf(claim.sku())
                            .holding(claim.line()));
            quantities.merge(holding, line.quantity(), Math::addExact);
        }
        return quantities;
    }

    /** The units per shelf, those aside that each holding covers by itself. */
    private static Map<Shelf, Long> perShelf(Map<Holding, Long> quantities, ToLongFunction<Holding> covered) {
        Map<Shelf, Long> sums = new LinkedHashMap<>();
        quantities.forEach((holding, quantity) ->
                sums.merge(holding.shelf(), Math.max(0, quantity - covered.applyAsLong(holding)), Math::addExact));
        return sums;
    }

    private long sum(String orderId, ToLongFunction<Holding> units) {
        return holdings.entrySet().stream()
                .filter(holding -> holding.getKey().orderId().equals(orderId))
                .mapToLong(holding -> units.applyAsLong(holding.getValue()))
                .sum();
    }

    private static Declined outOfStock(String orderId, Shelf shelf, long wanted) {
        return new Declined(
                "out-of-stock",
                "Order " + orderId + " needs " + wanted + " units of " + shelf.sku() + ", " + shelf.available()
                        + " are available");
    }
}
