package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.policy.CircuitPolicy;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.process.ProcessDefinition;

/** A service that does not come back at all, whatever its deadline says; workers on real time. */
class HangingServiceTest {

    private static final Duration SOON = Duration.ofMillis(50);

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();

    @AfterEach
    void lets_go() {
        never.countDown();
    }

    @Test
    @Timeout(60)
    void it_holds_a_few_workers_and_no_order_that_does_not_need_it() throws InterruptedException {
        TestShop shop = shop();
        for (int i = 1; i <= 10; i++) {
            shop.execute(TestShop.threeLines("hanging-" + i));
        }
        shop.engine.start(2);
        isHeld();
        shop.execute(waiting("waiting"));
        until(() -> ended(shop, "waiting"));
        shop.execute(TestShop.threeLines("one-more"));

        assertThat(hanging).as("calls that hang, one for each worker at most").hasValueLessThanOrEqualTo(2);
        assertThat(shop.order("one-more").flow().effects()).isNotEmpty();
        shop.engine.close();
    }

    @Test
    @Timeout(60)
    void once_it_comes_back_everything_is_done() throws InterruptedException {
        TestShop shop = shop();
        for (int i = 1; i <= 10; i++) {
            shop.execute(TestShop.threeLines("hanging-" + i));
        }
        shop.engine.start(2);
        isHeld();
        never.countDown();
        for (int i = 1; i <= 10; i++) {
            String id = "hanging-" + i;
            until(() -> ended(shop, id));
        }
        shop.engine.close();
    }

    /** The service has a call that is past its deadline. */
    private void isHeld() throws InterruptedException {
        until(() -> hanging.get() > 0);
        TimeUnit.NANOSECONDS.sleep(SOON.multipliedBy(3).toNanos());
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static boolean ended(TestShop shop, String id) {
        return shop.order(id).position().ended();
    }

    private static PlaceOrder waiting(String id) {
        return PlaceOrder.of(id).process("waiting").line("CUP", 1).build();
    }

    /** The first call for each order fails, the next hangs. */
    private TestShop shop() {
        return new TestShop(builder -> builder.time(InstantSource.system())
                .callTimeout(SOON)
                .leaseFor(Duration.ofSeconds(1))
                .circuits(new CircuitPolicy(100, SOON, SOON))
                .effects(EffectPolicy.DEFAULT.with("engrave", List.of(SOON, SOON, SOON), List.of(SOON)))
                .process(ProcessDefinition.named("engraving", 1)
                        .initial("engraving")
                        .state("engraving", state -> state.run("engrave").done("engraved"))
                        .state("engraved", state -> state.end())
                        .build())
                .process(ProcessDefinition.named("waiting", 1)
                        .initial("waiting")
                        .state("waiting", state -> state.after("soon", SOON).to("over"))
                        .state("over", state -> state.end())
                        .build())
                .effect("engrave", (order, call) -> {
                    if (call.attempt() == 1) {
                        return EffectResult.failed("not now");
                    }
                    hanging.incrementAndGet();
                    awaitUninterruptibly();
                    return EffectResult.done();
                }));
    }

    private void awaitUninterruptibly() {
        while (true) {
            try {
                never.await();
                return;
            } catch (InterruptedException again) {
                // it hangs whatever is done to it
            }
        }
    }
}
