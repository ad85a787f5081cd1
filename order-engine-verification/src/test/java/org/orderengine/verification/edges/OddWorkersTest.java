package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.CircuitPolicy;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.testkit.FakeCatalog;

/** Workers among services that throw, hang, leave interrupts behind and answer nonsense: afterwards every one of them works; on real time. */
class OddWorkersTest {

    private static final int WORKERS = 4;
    private static final int ORDERS = 200;
    private static final Duration SOON = Duration.ofMillis(20);

    private final Random random = new Random(7);
    private final AtomicBoolean isOdd = new AtomicBoolean(true);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();

    @Test
    @Timeout(120)
    void every_worker_takes_work_after_the_last_fault_and_no_order_stays_busy() throws InterruptedException {
        try (OrderEngine engine = engine()) {
            engine.start(WORKERS);
            for (int i = 0; i < ORDERS; i++) {
                engine.execute(PlaceOrder.of("o-" + i).line("HAT", 1).build());
            }
            TimeUnit.SECONDS.sleep(2);
            isOdd.set(false);
            hanging.countDown();
            TimeUnit.MILLISECONDS.sleep(300);
            atWork.clear();

            for (int i = 0; !atWork.containsAll(workers()); i++) {
                engine.execute(PlaceOrder.of("later-" + i).line("HAT", 1).build());
                TimeUnit.MILLISECONDS.sleep(5);
            }

            assertThat(workers()).hasSize(WORKERS);
            for (int i = 0; i < ORDERS; i++) {
                comesToRest(engine, "o-" + i);
            }
        }
    }

    private OrderEngine engine() {
        return OrderEngine.builder()
                .catalog(new FakeCatalog().sell("HAT", eur("20.00")))
                .callTimeout(Duration.ofMillis(200))
                .leaseFor(Duration.ofSeconds(1))
                .circuits(new CircuitPolicy(50, Duration.ofMillis(50), Duration.ofMillis(100)))
                .effects(new EffectPolicy(SOON, Collections.nCopies(20, SOON), Collections.nCopies(20, SOON)))
                .process(ProcessDefinition.named("working", 1)
                        .initial("open")
                        .state("open", state -> state.after("soon", SOON).to("working"))
                        .state(
                                "working",
                                state -> state.run("work").done("rested").declined("rested"))
                        .state("rested", state -> state.on("end").to("ended"))
                        .state("ended", state -> state.end())
                        .build())
                .effect("work", (order, call) -> work())
                .build();
    }

    private EffectResult work() {
        atWork.add(Thread.currentThread().getName());
        int chance;
        synchronized (random) {
            chance = isOdd.get() ? random.nextInt(12) : 99;
        }
        return switch (chance) {
            case 0 -> throw new NoClassDefFoundError("odd");
            case 1 -> throw new IllegalStateException("odd");
            case 2 -> {
                Thread.currentThread().interrupt();
                yield EffectResult.done();
            }
            case 3 -> EffectResult.declined("", "odd");
            case 4 -> EffectResult.unknown("odd");
            case 5 -> hang();
            default -> EffectResult.done();
        };
    }

    private EffectResult hang() {
        try {
            hanging.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return EffectResult.done();
    }

    private static Set<String> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("order-engine-worker"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void comesToRest(OrderEngine engine, String id) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            Order order = engine.orders().find(id).orElseThrow();
            boolean isParked =
                    order.flow().effects().stream().anyMatch(effect -> effect.status() == OwedEffect.Status.PARKED);
            if (order.position().states().contains("rested") || isParked) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new AssertionError(
                "order " + id + " stays busy: " + engine.orders().find(id).orElseThrow());
    }
}
