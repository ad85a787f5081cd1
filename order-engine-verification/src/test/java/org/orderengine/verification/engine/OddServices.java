package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.spi.benefit.BenefitService;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.logistics.DeliveryService;
import org.orderengine.spi.payment.PaymentGateway;

/**
 * A shop whose services are slow, throw, leave interrupts behind and answer nonsense, each by chance, until they are well again. While a call
 * is slow, another node does what is due. What the services did is remembered, and has to be booked in time.
 */
final class OddServices {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final List<EffectResult> NONSENSE = List.of(
            EffectResult.declined("", "no"),
            EffectResult.declined(" ", ""),
            EffectResult.done(" "),
            EffectResult.done("a\ud800b"),
            EffectResult.declined("x".repeat(1000), "x"),
            new EffectResult.Allocated(List.of(), null));

    private record Did(String effect, Instant at) {}

    private final Random random;
    private final List<Did> did = new ArrayList<>();
    private final TestShop shop;
    private @Nullable OrderEngine other;
    private boolean areOdd = true;
    private boolean isInside;
    private Instant lastFault = Instant.EPOCH;

    OddServices(long seed) {
        this.random = new Random(seed);
        this.shop = new TestShop(
                new MemoryOrderStore(), (self, builder) -> wired(self, builder).node("one"));
    }

    TestShop shop() {
        return shop;
    }

    /** From now on every call is what it should be. */
    void getWell() {
        areOdd = false;
        Thread.interrupted();
    }

    /** Whether the last fault was so long ago; answers that were scripted before they got well come later than that. */
    boolean areWellFor(Duration time) {
        return !lastFault.plus(time).isAfter(shop.clock.instant());
    }

    private OrderEngineBuilder wired(TestShop self, OrderEngineBuilder builder) {
        return TestShop.withStandardProcesses(builder)
                .callTimeout(TIMEOUT)
                .leaseFor(LEASE)
                .inventory(odd(self, InventoryService.class, self.inventory))
                .payments(odd(self, PaymentGateway.class, self.gateway))
                .benefits(odd(self, BenefitService.class, self.benefits))
                .delivery(odd(self, DeliveryService.class, self.delivery));
    }

    private <T> T odd(TestShop self, Class<T> type, T service) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (any, method, given) -> method.getReturnType() == EffectResult.class
                        ? call(self, method, service, given)
                        : method.invoke(service, given));
        return type.cast(proxy);
    }

    private @Nullable Object call(TestShop self, Method method, Object service, Object[] given) throws Throwable {
        CallContext call = (CallContext) given[given.length - 1];
        int chance = areOdd ? random.nextInt(24) : 99;
        switch (chance) {
            case 0 -> throw new IllegalStateException("odd");
            case 1 -> throw new NoClassDefFoundError("odd");
            case 2 -> Thread.currentThread().interrupt();
            case 3 -> {
                return NONSENSE.get(random.nextInt(NONSENSE.size()));
            }
            case 4 -> {
                return null;
            }
            default -> {
                // a call as it should be
            }
        }
        EffectResult result = really(method, service, given);
        boolean isKnown = !(result instanceof EffectResult.Unknown);
        if (!isKnown || result instanceof EffectResult.Failed) {
            lastFault = self.clock.instant();
        }
        if (isKnown && (chance == 5 || chance == 6)) {
            isSlow(self);
        }
        if (result instanceof EffectResult.Done && !method.getName().equals("query")) {
            did.add(new Did(call.idempotencyKey(), self.clock.instant()));
        }
        return result;
    }

    private static EffectResult really(Method method, Object service, Object[] given) throws Throwable {
        try {
            return (EffectResult) method.invoke(service, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** Time goes by, up to a day where the clock jumps, and the other node may take the order over. */
    private void isSlow(TestShop self) {
        self.clock.advance(random.nextInt(10) == 0 ? Duration.ofDays(1) : Duration.ofSeconds(1 + random.nextInt(90)));
        if (isInside) {
            return;
        }
        isInside = true;
        if (other == null) {
            other = wired(self, self.builder()).node("other").build();
        }
        other.runDue(self.clock.instant());
        isInside = false;
    }

    /** What was done longer ago than a call and a lease may take is booked, or is for a person to resolve. */
    void isBooked(String id) {
        Order order = shop.engine.orders().find(id).orElse(null);
        if (order == null) {
            return;
        }
        Instant latest = shop.clock.instant().minus(TIMEOUT).minus(LEASE);
        for (Did one : did) {
            for (OwedEffect effect : order.flow().effects()) {
                boolean isIt = one.effect.equals(id + "/" + effect.id());
                assertThat(isIt && one.at.isBefore(latest) && effect.status() != OwedEffect.Status.PARKED)
                        .as("%s was done at %s and is owed at %s", effect, one.at, shop.clock.instant())
                        .isFalse();
            }
        }
    }
}
