package org.orderengine.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.orderengine.engine.OrderEngine;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.VirtualClock;

/** The engine that a scenario runs on, and its successors after each restart. */
final class Session implements AutoCloseable {

    /** More rounds of due work than this within one step, and the process does not come to rest. */
    private static final int MAX_ROUNDS = 10_000;

    private final ScenarioShop world;
    private final Supplier<OrderStore> stores;
    private final List<OrderStore> opened = new ArrayList<>();
    private volatile OrderEngine engine;

    Session(ScenarioShop world, Supplier<OrderStore> stores) {
        this.world = world;
        this.stores = stores;
        this.engine = open();
    }

    OrderEngine engine() {
        return engine;
    }

    /** Lets the engine know of what came to those who wait for it, as the one who keeps the stock does. */
    void tellOfGoods() {
        Set<String> filled = world.inventory().takeFilled();
        if (!filled.isEmpty()) {
            engine.goodsArrived(filled);
        }
    }

    /** Drops the engine and its store as a crash would, and opens others on the same orders. */
    synchronized void restart() {
        engine = open();
    }

    /** Lets time pass: everything that is due by then happens, each thing at its own instant. */
    void advance(Duration duration) {
        VirtualClock clock = world.clock();
        advanceTo(clock.instant().plus(duration));
    }

    /** Lets time pass until {@code target}, unless it is past that already. */
    void advanceTo(Instant target) {
        VirtualClock clock = world.clock();
        int rounds = 0;
        Optional<Instant> due = engine.orders().nextDue();
        while (due.isPresent() && !due.get().isAfter(target)) {
            clock.advanceTo(due.get());
            engine.runDue(clock.instant());
            tellOfGoods();
            if (++rounds > MAX_ROUNDS) {
                throw new IllegalStateException("after " + rounds + " rounds of due work at " + clock.instant()
                        + " there is still some: an order does not come to rest");
            }
            due = engine.orders().nextDue();
        }
        clock.advanceTo(target);
    }

    /** Ends it. What was dropped is closed now, so that a run leaves no files open. */
    @Override
    public synchronized void close() {
        engine.close();
        opened.forEach(OrderStore::close);
    }

    private OrderEngine open() {
        OrderStore store = stores.get();
        opened.add(store);
        return world.open(store);
    }
}
