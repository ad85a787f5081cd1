package org.orderengine.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
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

/**
 * A warehouse: it promises what is there, and what may be on backorder, unless it is told otherwise.
 *
 * <pre>{@code
 * FakeInventory inventory = new FakeInventory().stock("HAT", 3).stock("CAP", 0, null);   // caps on backorder, without bound
 * inventory.answer(Operation.RESERVE, Answer.FAILED);                                     // the next call, once
 * }</pre>
 *
 * <p>A sku that was never stocked has no bound. Goods that arrive go first to those who wait for them longest. It does not
 * believe its caller: units are released only by the order line that holds them, and come back only after they left. For
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

    private static final Declined REFUSAL = new Declined("out-of-stock", "The warehouse says no (scripted)");

    private final Script<Operation> script = new Script<>();
    private final Intents intents = new Intents();
    private final StockLedger ledger = new StockLedger();

    /** Puts a product into stock, without backorders. */
    public FakeInventory stock(String sku, long onHand) {
        return stock(sku, onHand, 0L);
    }

    /**
     * Puts a product into stock.
     *
     * @param backorderLimit how many units may be promised that are not there; zero for none, null without bound
     * @throws IllegalArgumentException if it was stocked or sold before
     */
    public synchronized FakeInventory stock(String sku, long onHand, @Nullable Long backorderLimit) {
        ledger.stock(sku, new StockLevel(onHand, 0, 0, backorderLimit));
        return this;
    }

    /** Goods arrive. */
    public synchronized FakeInventory add(String sku, long quantity) {
        if (quantity <= 0) {
            throw new IllegalArgumentException(quantity + " units of " + sku + " cannot arrive");
        }
        ledger.add(sku, quantity);
        return this;
    }

    /**
     * The products of which promised units have come to those who wait for them, since this was last asked. A warehouse that
     * sells through an engine tells it so.
     */
    public synchronized Set<String> takeFilled() {
        return ledger.takeFilled();
    }

    /** Answers the next calls like this, one by one, and then by what is there again. */
    public synchronized FakeInventory answer(Operation operation, Answer... answers) {
        script.add(operation, List.of(answers));
        return this;
    }

    @Override
    public synchronized EffectResult reserve(ReserveStock request, CallContext call) {
        return perform(
                Operation.RESERVE, request, call, (order, lines) -> ledger.reserve(order, lines, request.policy()));
    }

    @Override
    public synchronized EffectResult fill(FillBackorder request, CallContext call) {
        return perform(Operation.FILL, request, call, ledger::fill);
    }

    @Override
    public synchronized EffectResult release(ReleaseStock request, CallContext call) {
        return perform(Operation.RELEASE, request, call, ledger::release);
    }

    @Override
    public synchronized EffectResult consume(ConsumeStock request, CallContext call) {
        return perform(Operation.CONSUME, request, call, ledger::consume);
    }

    @Override
    public synchronized EffectResult takeBack(TakeBackGoods request, CallContext call) {
        return perform(Operation.TAKE_BACK, request, call, ledger::takeBack);
    }

    @Override
    public synchronized EffectResult restock(RestockGoods request, CallContext call) {
        return perform(Operation.RESTOCK, request, call, ledger::restock);
    }

    @Override
    public synchronized EffectResult query(CallContext call) {
        return intents.query(call, script.next(Operation.QUERY));
    }

    /** The stock of every product that was stocked, in that order. */
    public synchronized Map<String, StockLevel> levels() {
        return ledger.levels();
    }

    /**
     * The stock of one product.
     *
     * @throws IllegalArgumentException if it was never stocked
     */
    public synchronized StockLevel level(String sku) {
        StockLevel level = ledger.levels().get(sku);
        if (level == null) {
            throw new IllegalArgumentException(sku + " was never stocked: it has no bound");
        }
        return level;
    }

    /** Units that the order was promised, there or on backorder, and neither got nor gave back. */
    public synchronized long held(String orderId) {
        return ledger.held(orderId);
    }

    /** Units that left for the order and did not come back. */
    public synchronized long left(String orderId) {
        return ledger.left(orderId);
    }

    /** All calls so far, in order. */
    public synchronized List<ServiceCall> calls() {
        return intents.calls();
    }

    @FunctionalInterface
    private interface Work {
        EffectResult perform(String orderId, List<StockLine> lines);
    }

    private EffectResult perform(Operation operation, Stock request, CallContext call, Work work) {
        return intents.call(
                request,
                call,
                () -> script.next(operation),
                REFUSAL,
                () -> work.perform(call.orderId(), request.lines()));
    }
}
