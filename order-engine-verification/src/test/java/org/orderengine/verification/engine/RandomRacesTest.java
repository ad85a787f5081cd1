package org.orderengine.verification.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.command.Action;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.verification.interleave.Interleavings;
import org.orderengine.verification.interleave.Story;
import org.orderengine.verification.interleave.Switches;

/**
 * Wherever a random life has brought an order, what is asked of it next meets what is asked after that, and what falls due, in
 * every way with one preemption: the invariants hold, and it comes to rest.
 */
class RandomRacesTest {

    @Property(tries = 25)
    void two_actions_meet_F6(@ForAll @LongRange(min = 0) long seed) {
        Interleavings.of(switches -> new Meeting(seed, false, switches))
                .preemptions(1)
                .explore();
    }

    @Property(tries = 25)
    void an_action_meets_what_falls_due_F6(@ForAll @LongRange(min = 0) long seed) {
        Interleavings.of(switches -> new Meeting(seed, true, switches))
                .preemptions(1)
                .explore();
    }

    private static final class Meeting implements Story {

        private final boolean withTime;
        private final Life life;

        Meeting(long seed, boolean withTime, Switches switches) {
            this.withTime = withTime;
            TestShop shop = new TestShop(
                    switches.before(OrderStore.class, new MemoryOrderStore()),
                    (self, engine) -> TestShop.withStandardProcesses(engine)
                            .inventory(switches.before(InventoryService.class, self.inventory))
                            .payments(switches.before(PaymentGateway.class, self.gateway)));
            this.life = new Life(seed, shop, StandardProcesses.names());
        }

        @Override
        public Map<String, Runnable> commands() {
            TestShop shop = life.shop;
            life.live(life.steps());
            Map<String, Runnable> commands = new LinkedHashMap<>();
            if (!life.isThere()) {
                return commands;
            }
            Action one = life.next(shop.order(Life.ID));
            commands.put(one.name(), () -> shop.execute(one));
            Optional<Instant> due = shop.engine.orders().nextDue();
            if (withTime && due.isPresent()) {
                shop.clock.advanceTo(due.get());
                commands.put("what is due", () -> shop.engine.runDue(due.get()));
            } else {
                Action other = life.next(shop.order(Life.ID));
                commands.put("then " + other.name(), () -> shop.execute(other));
            }
            return commands;
        }

        @Override
        public void check() {
            if (!life.isThere()) {
                return;
            }
            try {
                Invariants.hold(life.shop, Life.ID);
                life.comesToRest();
                life.isResolved();
            } catch (AssertionError broken) {
                throw new AssertionError(broken.getMessage() + "\n" + life.story(), broken);
            }
        }
    }
}
