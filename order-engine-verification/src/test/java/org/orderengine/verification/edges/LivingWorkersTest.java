package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.rule.HostEffectHandler;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.testkit.FakeCatalog;

/** Workers go on whatever host code, the store and the clock do to them; on real time. */
@Timeout(60)
class LivingWorkersTest {

    private static final Duration SOON = Duration.ofMillis(20);

    @Test
    void a_worker_outlives_a_service_that_leaves_its_interrupt_flag_set() throws InterruptedException {
        try (OrderEngine engine = working((order, call) -> {
            Thread.currentThread().interrupt();
            return EffectResult.done();
        })) {
            engine.start(1);
            for (int i = 1; i <= 3; i++) {
                endsByItself(engine, "o-" + i);
            }
        }
    }

    @Test
    void a_worker_outlives_a_service_that_throws_that_it_was_interrupted() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        try (OrderEngine engine = working((order, call) -> {
            if (calls.incrementAndGet() % 2 == 1) {
                throw sneaky(new InterruptedException());
            }
            return EffectResult.done();
        })) {
            engine.start(1);
            endsByItself(engine, "o-1");
            endsByItself(engine, "o-2");
        }
    }

    @Test
    void the_interrupt_of_a_callers_own_thread_is_given_back_after_the_books_are_written() {
        AtomicBoolean wasInterrupted = new AtomicBoolean();
        ForwardingOrderStore store = new ForwardingOrderStore(new MemoryOrderStore()) {
            @Override
            public org.orderengine.spi.store.CommitResult commit(org.orderengine.spi.store.Commit commit) {
                wasInterrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
                return super.commit(commit);
            }
        };
        try (OrderEngine engine = builder((order, call) -> {
                    Thread.currentThread().interrupt();
                    return EffectResult.done();
                })
                .store(store)
                .build()) {
            engine.execute(PlaceOrder.of("o-1").line("HAT", 1).build());
            engine.execute(Action.on("o-1", "go").build());
        }

        assertThat(Thread.interrupted()).as("the flag, after the command").isTrue();
        assertThat(wasInterrupted)
                .as("the flag, while the answer was committed")
                .isFalse();
    }

    @Test
    void an_error_out_of_the_store_costs_one_round() throws InterruptedException {
        AtomicInteger claims = new AtomicInteger();
        ForwardingOrderStore store = new ForwardingOrderStore(new MemoryOrderStore()) {
            @Override
            public List<Claim> claimDue(Instant now, Duration lease, String owner, int limit) {
                if (claims.incrementAndGet() <= 2) {
                    throw new NoClassDefFoundError("once or twice");
                }
                return super.claimDue(now, lease, owner, limit);
            }
        };
        try (OrderEngine engine =
                builder((order, call) -> EffectResult.done()).store(store).build()) {
            engine.start(1);
            endsByItself(engine, "o-1");
        }
    }

    @Test
    void a_worker_that_ends_all_the_same_is_replaced() throws InterruptedException {
        AtomicInteger claims = new AtomicInteger();
        ForwardingOrderStore store = new ForwardingOrderStore(new MemoryOrderStore()) {
            @Override
            public List<Claim> claimDue(Instant now, Duration lease, String owner, int limit) {
                if (claims.incrementAndGet() == 1) {
                    throw new Unspeakable();
                }
                return super.claimDue(now, lease, owner, limit);
            }
        };
        try (OrderEngine engine =
                builder((order, call) -> EffectResult.done()).store(store).build()) {
            engine.start(1);
            endsByItself(engine, "o-1");
        }
    }

    @Test
    void a_catalog_that_hangs_holds_one_worker_which_is_replaced_and_close_does_not_wait_for_it()
            throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean();
        AtomicInteger hanging = new AtomicInteger();
        FakeCatalog catalog = new FakeCatalog().sell("HAT", eur("20.00"));
        AtomicInteger calls = new AtomicInteger();
        OrderEngine engine = builder((order, call) -> order.id().equals("kept") && calls.incrementAndGet() == 1
                        ? EffectResult.failed("later")
                        : EffectResult.done())
                .callTimeout(Duration.ofMillis(200))
                .catalog((skus, origin) -> {
                    if (hangs.get()) {
                        hanging.incrementAndGet();
                        await(never);
                    }
                    return catalog.products(skus, origin);
                })
                .build();
        engine.execute(PlaceOrder.of("kept").line("HAT", 1).build());
        engine.execute(Action.on("kept", "go").build());
        engine.execute(Action.on("kept", "modify")
                .set("lines", List.of(Map.of("line", "1", "quantity", 2)))
                .build());
        hangs.set(true);
        engine.start(1);
        until(() -> hanging.get() == 1);
        hangs.set(false);

        endsByItself(engine, "other");
        long begun = System.nanoTime();
        engine.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("closing, with a call that is past its deadline")
                .isLessThan(Duration.ofSeconds(10));
        never.countDown();
    }

    @Test
    void closing_ends_after_the_call_under_way_and_gives_back_what_else_was_claimed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        MemoryOrderStore store = new MemoryOrderStore();
        OrderEngine engine = builder((order, call) -> {
                    calls.incrementAndGet();
                    begun.countDown();
                    sleep(Duration.ofMillis(100));
                    return EffectResult.done();
                })
                .store(store)
                .build();
        for (int i = 1; i <= 16; i++) {
            engine.execute(PlaceOrder.of("o-" + i).line("HAT", 1).build());
        }
        sleep(SOON.multipliedBy(3));
        engine.start(1);
        begun.await();
        engine.close();
        int before = calls.get();

        assertThat(before).as("calls that were begun").isLessThan(5);
        assertThat(store.claimDue(Instant.now(), Duration.ofSeconds(1), "another node", 100))
                .as("orders that another node can take up at once")
                .hasSize(16 - before);
    }

    private static OrderEngine working(HostEffectHandler work) {
        return builder(work).build();
    }

    private static OrderEngineBuilder builder(HostEffectHandler work) {
        return OrderEngine.builder()
                .time(InstantSource.system())
                .catalog(new FakeCatalog().sell("HAT", eur("20.00")))
                .process(ProcessDefinition.named("working", 1)
                        .initial("open")
                        .state("open", state -> state.on("go")
                                .to("working")
                                .after("soon", SOON)
                                .to("working"))
                        .state(
                                "working",
                                state -> state.run("work").defer("modify").done("rested"))
                        .state(
                                "rested",
                                state -> state.on("modify").stay().on("end").to("ended"))
                        .state("ended", state -> state.end())
                        .build())
                .effects(new EffectPolicy(SOON, List.of(SOON, SOON, SOON), List.of(SOON)))
                .effect("work", work);
    }

    private static void endsByItself(OrderEngine engine, String id) throws InterruptedException {
        engine.execute(PlaceOrder.of(id).line("HAT", 1).build());
        until(() -> engine.orders().find(id).orElseThrow().position().states().contains("rested"));
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** What cannot even be logged, so that no catch saves the thread. */
    private static final class Unspeakable extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("it cannot be told");
        }
    }
}
