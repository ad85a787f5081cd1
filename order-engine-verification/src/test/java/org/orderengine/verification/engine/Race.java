package org.orderengine.verification.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.verification.interleave.Interleavings;
import org.orderengine.verification.interleave.Story;
import org.orderengine.verification.interleave.Switches;

/** Commands that meet in a shop after something has gone before. */
public final class Race {

    private final String order;
    private final Consumer<TestShop> before;
    private final Map<String, Consumer<TestShop>> commands = new LinkedHashMap<>();

    private Race(String order, Consumer<TestShop> before) {
        this.order = order;
        this.before = before;
    }

    /** Commands on an order, after something has gone before. */
    public static Race of(String order, Consumer<TestShop> before) {
        return new Race(order, before);
    }

    /** With an action on the order. */
    public Race act(String action) {
        return command(action, shop -> shop.act(order, action));
    }

    /** With what is due by then. */
    public Race due() {
        return command("timer", shop -> shop.engine.runDue(shop.clock.instant()));
    }

    /** With something else. */
    public Race command(String name, Consumer<TestShop> command) {
        commands.put(name, command);
        return this;
    }

    /** All ways in which they meet, each looked at afterwards. */
    public Interleavings interleavings(Consumer<TestShop> check) {
        return Interleavings.of(switches -> new Told(this, shop(switches), check));
    }

    private static TestShop shop(Switches switches) {
        return new TestShop(
                switches.before(OrderStore.class, new MemoryOrderStore()),
                (shop, engine) -> engine.inventory(switches.before(InventoryService.class, shop.inventory))
                        .payments(switches.before(PaymentGateway.class, shop.gateway)));
    }

    private record Told(Race race, TestShop shop, Consumer<TestShop> looked) implements Story {

        @Override
        public Map<String, Runnable> commands() {
            race.before.accept(shop);
            Map<String, Runnable> commands = new LinkedHashMap<>();
            race.commands.forEach((name, command) -> commands.put(name, () -> command.accept(shop)));
            return commands;
        }

        @Override
        public void check() {
            looked.accept(shop);
        }
    }
}
