package org.orderengine.dispatch;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.effect.Desks;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.NotDoneException;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.EffectKind.Service;
import org.orderengine.spi.inventory.Allocator;
import org.orderengine.spi.inventory.StockLocations;
import org.orderengine.spi.rule.HostEffectHandler;
import org.orderengine.spi.rule.LostAnswer;

/** The host's services that do outside work: finds the one that does an effect. Immutable. */
public final class HostServices {

    private final Map<Service, ServiceCalls<?>> plugged;
    private final LocationAllocations allocations;
    private final Map<String, HostEffectHandler> effects;

    /**
     * The services of a host.
     *
     * @param plugged how those that the host plugged in are called
     * @param locations what is where in its stock; null where there is one location, without a name
     * @param allocator which locations of its stock are asked
     * @param effects its own effects by name
     */
    public HostServices(
            Map<Service, ServiceCalls<?>> plugged,
            @Nullable StockLocations locations,
            Allocator allocator,
            Map<String, HostEffectHandler> effects) {
        this.plugged = Map.copyOf(plugged);
        this.allocations = new LocationAllocations(locations, allocator);
        this.effects = Map.copyOf(effects);
    }

    /**
     * Has an effect done.
     *
     * @param reference the provider's name of a payment, where it gave one after the order was read
     * @throws NotDoneException where the service was not called
     */
    @Nullable
    EffectResult call(Order order, OwedEffect effect, @Nullable String reference, CallContext call) {
        HostEffectHandler own = effects.get(effect.name());
        if (own != null) {
            return own.perform(order, call);
        }
        if (isHandedOverByItself(effect)) {
            return EffectResult.done();
        }
        if (!plugged.containsKey(EffectKind.of(effect).service())) {
            return new EffectResult.Failed(
                    "the engine was given no service for " + effect.name() + "; do it by hand, and resolve it as done",
                    false);
        }
        Prepared prepared = prepare(order, effect, reference);
        EffectResult allocated = prepared.allocated();
        if (allocated != null) {
            return allocated;
        }
        return prepared.service().call(prepared.request(), call);
    }

    /**
     * What is to be called for an effect.
     *
     * @param allocated the answer, where the engine itself gives one: the locations that a reservation asks
     */
    private record Prepared(ServiceCalls<?> service, Effect request, EffectResult.@Nullable Allocated allocated) {}

    /** All that happens before the service is called: whatever is thrown here, nothing was done. */
    @SuppressWarnings("CatchThrowable") // an allocator and a list of locations are host code
    private Prepared prepare(Order order, OwedEffect effect, @Nullable String reference) {
        try {
            Effect request = Desks.request(order, effect);
            return new Prepared(serviceOf(effect), under(reference, request), allocated(order, effect, request));
        } catch (Throwable thrown) {
            throw new NotDoneException(
                    effect.name() + " threw " + thrown.getClass().getName(), thrown);
        }
    }

    /**
     * Asks what became of an effect; null where it cannot be asked.
     *
     * @see #isRepeatable
     */
    @Nullable
    EffectResult query(Order order, OwedEffect effect, CallContext call) {
        HostEffectHandler own = effects.get(effect.name());
        if (own != null) {
            return own.whenLost() == LostAnswer.ASK ? own.query(order, call) : null;
        }
        return isHandedOverByItself(effect)
                ? EffectResult.done()
                : serviceOf(effect).query(Desks.request(order, effect), call);
    }

    /** Whether an effect is called again where it is not known whether it was done, and nobody can be asked. */
    boolean isRepeatable(OwedEffect effect) {
        HostEffectHandler own = effects.get(effect.name());
        return own == null ? EffectKind.of(effect).service() != Service.PAYMENT : own.whenLost() != LostAnswer.ASK;
    }

    /** What does an effect, as a text: what fails and recovers as one. */
    String service(Order order, OwedEffect effect) {
        Service service = effects.containsKey(effect.name())
                ? Service.HOST
                : EffectKind.of(effect).service();
        if (service == Service.PAYMENT) {
            Payment payment = effect.subject() == null ? null : order.books().payment(effect.subject());
            return payment == null ? service.name() : service.name() + " " + payment.method();
        }
        return service == Service.HOST ? service.name() + " " + effect.name() : service.name();
    }

    /** A host that plugged nothing in hands goods over by what it does with the order; other effects ask no service at all. */
    private boolean isHandedOverByItself(OwedEffect effect) {
        Service service = EffectKind.of(effect).service();
        return service == Service.NONE || (service == Service.DELIVERY && !plugged.containsKey(Service.DELIVERY));
    }

    /** At an inventory with several locations it is first asked what is where, and then one location after another. */
    private EffectResult.@Nullable Allocated allocated(Order order, OwedEffect effect, Effect request) {
        return request instanceof Effect.ReserveStock reserve && reserve.location() == null
                ? allocations.allot(order, effect, reserve.lines())
                : null;
    }

    private static Effect under(@Nullable String reference, Effect request) {
        return reference != null && request instanceof Effect.Charge charge ? charge.under(reference) : request;
    }

    private ServiceCalls<?> serviceOf(OwedEffect effect) {
        ServiceCalls<?> service = plugged.get(EffectKind.of(effect).service());
        if (service == null) {
            throw new IllegalStateException("the host has no service for " + effect.name());
        }
        return service;
    }
}
