package org.orderengine.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.FillBackorder;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.Effect.Stock;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.effect.Effect.TakeBackGoods;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.inventory.LocationStock;
import org.orderengine.spi.inventory.StockLocations;

/**
 * A warehouse that promises units in stock, and units that may be on backorder, unless it is told otherwise.
 *
 * <pre>{@code
 * FakeInventory inventory = new FakeInventory().stock("HAT", 3).stock("CAP", 0, null);   // caps on backorder, without bound
 * inventory.answer(Operation.RESERVE, Answer.FAILED);                                     // the next call, once
 * }</pre>
 *
 * <p>It may have several locations:
 *
 * <pre>{@code
 * FakeInventory inventory = FakeInventory.at("north", "south").stockAt("north", "HAT", 3).stockAt("south", "HAT", 1);
 * }</pre>
 *
 * <p>A sku that was never stocked has no bound. A sku that was stocked at one location has no units at the others. Goods that arrive
 * go first to the order lines that have waited longest.
 *
 * <p>It checks its caller: units are released only by the order line that holds them, and come back only after they left. Safe for
 * any number of threads.
 */
public final class FakeInventory implements InventoryService {

    /** What answers can be scripted for. */
    public enum Operation {
        /** {@link InventoryService#reserve}. */
        RESERVE,
        /** {@link InventoryService#fill}. */
        FILL,
        /** {@link InventoryService#release}. */
        RELEASE,
        /** {@link InventoryService#consume}. */
        CONSUME,
        /** {@link InventoryService#takeBack}. */
        TAKE_BACK,
        /** {@link InventoryService#restock}. */
        RESTOCK,
        /** {@link InventoryService#query}. */
        QUERY
    }

    /** What the only location is called where it has no name. */
    private static final String ONLY = "only";

    private static final Declined REFUSAL = new Declined("out-of-stock", "The warehouse says no (scripted)");

    private final Script<Operation, Answer> script = new Script<>();
    private final Intents intents = new Intents();
    private final Map<StockLedger.Claim, Long> left = new HashMap<>();
    private final Map<String, StockLedger> ledgers = new LinkedHashMap<>();
    private final List<Set<String>> asked = new ArrayList<>();
    private final boolean named;

    /** A warehouse at one location, without a name. */
    public FakeInventory() {
        this(false, List.of(ONLY));
    }

    private FakeInventory(boolean named, List<String> locations) {
        this.named = named;
        locations.forEach(location -> ledgers.put(location, new StockLedger(left)));
    }

    /** A warehouse at several locations; the one that is preferred comes first. */
    public static FakeInventory at(String... locations) {
        return new FakeInventory(true, List.of(locations));
    }

    /** Puts a product into stock, without backorders; at the first location where there are several. */
    public FakeInventory stock(String sku, long onHand) {
        return stock(sku, onHand, 0L);
    }

    /**
     * Puts a product into stock, at the first location where there are several.
     *
     * @param backorderLimit how many units may be promised that are not there; zero for none, null without bound
     * @throws IllegalArgumentException if it was stocked or sold before
     */
    public synchronized FakeInventory stock(String sku, long onHand, @Nullable Long backorderLimit) {
        return stockAt(first(), sku, onHand, backorderLimit);
    }

    /** Puts a product into stock at a location, without backorders there. */
    public FakeInventory stockAt(String location, String sku, long onHand) {
        return stockAt(location, sku, onHand, 0L);
    }

    /** Puts a product into stock at a location, like {@link #stock(String, long, Long)}. */
    public synchronized FakeInventory stockAt(String location, String sku, long onHand, @Nullable Long backorderLimit) {
        ledger(location).stock(sku, new StockLevel(onHand, 0, 0, backorderLimit));
        ledgers.values().forEach(ledger -> ledger.stockedElsewhere(sku));
        return this;
    }

    /** Goods arrive, at the first location where there are several. */
    public synchronized FakeInventory add(String sku, long quantity) {
        return addAt(first(), sku, quantity);
    }

    /** Goods arrive at a location. */
    public synchronized FakeInventory addAt(String location, String sku, long quantity) {
        if (quantity <= 0) {
            throw new IllegalArgumentException(quantity + " units of " + sku + " cannot arrive");
        }
        ledger(location).add(sku, quantity);
        return this;
    }

    /**
     * The products of which promised units have come to those who wait for them, since this was last asked. A warehouse that
     * sells through an engine tells it so.
     */
    public synchronized Set<String> takeFilled() {
        Set<String> filled = new LinkedHashSet<>();
        ledgers.values().forEach(ledger -> filled.addAll(ledger.takeFilled()));
        return filled;
    }

    /** Answers the next calls like this, one by one, and then by what is there again. */
    public synchronized FakeInventory answer(Operation operation, Answer... answers) {
        script.add(operation, List.of(answers));
        return this;
    }

    @Override
    public Optional<StockLocations> locations() {
        return named ? Optional.of(this::available) : Optional.empty();
    }

    private synchronized List<LocationStock> available(Set<String> skus) {
        asked.add(Set.copyOf(skus));
        List<LocationStock> available = new ArrayList<>();
        ledgers.forEach((location, ledger) -> {
            Map<String, Long> units = new HashMap<>();
            skus.forEach(sku -> units.put(sku, ledger.available(sku)));
            available.add(new LocationStock(location, units));
        });
        return available;
    }

    @Override
    public synchronized EffectResult reserve(ReserveStock request, CallContext call) {
        return perform(
                Operation.RESERVE,
                request,
                call,
                (ledger, order, lines) -> ledger.reserve(order, lines, request.policy()));
    }

    @Override
    public synchronized EffectResult fill(FillBackorder request, CallContext call) {
        return perform(Operation.FILL, request, call, StockLedger::fill);
    }

    @Override
    public synchronized EffectResult release(ReleaseStock request, CallContext call) {
        return perform(Operation.RELEASE, request, call, StockLedger::release);
    }

    @Override
    public synchronized EffectResult consume(ConsumeStock request, CallContext call) {
        return perform(Operation.CONSUME, request, call, StockLedger::consume);
    }

    @Override
    public synchronized EffectResult takeBack(TakeBackGoods request, CallContext call) {
        return perform(Operation.TAKE_BACK, request, call, StockLedger::takeBack);
    }

    @Override
    public synchronized EffectResult restock(RestockGoods request, CallContext call) {
        return perform(Operation.RESTOCK, request, call, StockLedger::restock);
    }

    @Override
    public synchronized EffectResult query(Effect.Stock request, CallContext call) {
        return intents.query(call, script.next(Operation.QUERY));
    }

    /** The stock of every product that was stocked, in that order; of all locations together. */
    public synchronized Map<String, StockLevel> levels() {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        for (StockLedger ledger : ledgers.values()) {
            ledger.levels().forEach((sku, level) -> levels.merge(sku, level, StockLevel::plus));
        }
        return levels;
    }

    /**
     * The stock of one product, at all locations together.
     *
     * @throws IllegalArgumentException if it was never stocked
     */
    public synchronized StockLevel level(String sku) {
        return known(sku, levels().get(sku));
    }

    /**
     * The stock of one product at a location.
     *
     * @throws IllegalArgumentException if it was never stocked there
     */
    public synchronized StockLevel levelAt(String location, String sku) {
        return known(sku, ledger(location).levels().get(sku));
    }

    private static StockLevel known(String sku, @Nullable StockLevel level) {
        if (level == null) {
            throw new IllegalArgumentException(sku + " was never stocked: it has no bound");
        }
        return level;
    }

    /** Its locations, the preferred one first; none where it has one without a name. */
    public List<String> names() {
        return named ? List.copyOf(ledgers.keySet()) : List.of();
    }

    /** Units that the order was promised, there or on backorder, and neither got nor gave back. */
    public synchronized long held(String orderId) {
        return ledgers.values().stream()
                .mapToLong(ledger -> ledger.held(orderId))
                .sum();
    }

    /** Units that the order was promised at a location, there or on backorder, and neither got nor gave back. */
    public synchronized long heldAt(String location, String orderId) {
        return ledger(location).held(orderId);
    }

    /** Units that left for the order and did not come back. */
    public synchronized long left(String orderId) {
        return left.entrySet().stream()
                .filter(units -> units.getKey().orderId().equals(orderId))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The products that it was asked about, what of them is where, each time. */
    public synchronized List<Set<String>> asked() {
        return List.copyOf(asked);
    }

    /** All calls so far, in order. */
    public synchronized List<ServiceCall> calls() {
        return intents.calls();
    }

    @FunctionalInterface
    private interface Work {
        EffectResult perform(StockLedger ledger, String orderId, List<StockLine> lines);
    }

    private String first() {
        return ledgers.keySet().iterator().next();
    }

    private StockLedger ledger(String location) {
        StockLedger ledger = ledgers.get(location);
        if (ledger == null) {
            throw new IllegalArgumentException("there is no location " + location + " among " + ledgers.keySet());
        }
        return ledger;
    }

    private EffectResult perform(Operation operation, Stock request, CallContext call, Work work) {
        if ((request.location() != null) != named) {
            throw new IllegalArgumentException(
                    "Order " + call.orderId() + ": " + request + (named ? " names no location" : " names a location"));
        }
        StockLedger ledger = ledger(request.location() == null ? ONLY : request.location());
        return intents.call(
                request,
                call,
                () -> script.next(operation),
                REFUSAL,
                () -> work.perform(ledger, call.orderId(), request.lines()));
    }
}
