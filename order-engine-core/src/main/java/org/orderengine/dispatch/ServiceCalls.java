package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.effect.Desks;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.logistics.DeliveryService;
import org.orderengine.spi.logistics.LogisticsService;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.spi.rule.HostEffectHandler;

/** Calls the host's service that does an effect. */
final class ServiceCalls {

    private final HostServices services;
    private final LocationAllocations allotments;

    ServiceCalls(HostServices services) {
        this.services = services;
        this.allotments = new LocationAllocations(services);
    }

    /**
     * Calls the service of an effect.
     *
     * @param reference the provider's name of a payment, where it gave one after the order was read
     */
    EffectResult call(Order order, OwedEffect effect, @Nullable String reference, CallContext call) {
        return switch (serviceOf(effect)) {
            case INVENTORY -> stock(required(services.inventory(), effect), order, effect, call);
            case PAYMENT -> charge(required(services.payments(), effect), request(order, effect, reference), call);
            case BENEFIT ->
                required(services.benefits(), effect).perform((Effect.Benefit) Desks.request(order, effect), call);
            case LOGISTICS -> parcel(required(services.logistics(), effect), Desks.request(order, effect), call);
            case DELIVERY -> deliver(order, effect, call);
            case HOST, NONE -> handler(effect).perform(order, call);
        };
    }

    /** Queries the service of an effect. */
    EffectResult query(Order order, OwedEffect effect, CallContext call) {
        return switch (serviceOf(effect)) {
            case INVENTORY -> required(services.inventory(), effect).query(call);
            case PAYMENT ->
                required(services.payments(), effect)
                        .query(request(order, effect, null).method(), call);
            case BENEFIT -> required(services.benefits(), effect).query(call);
            case LOGISTICS -> required(services.logistics(), effect).query(call);
            case DELIVERY -> required(services.delivery(), effect).query(call);
            case HOST, NONE -> handler(effect).perform(order, call);
        };
    }

    /** The name of the circuit of an effect: effects that fail and recover together share one. */
    String service(Order order, OwedEffect effect) {
        EffectKind.Service service = serviceOf(effect);
        if (service == EffectKind.Service.PAYMENT) {
            Payment payment = effect.subject() == null ? null : order.books().payment(effect.subject());
            return payment == null ? service.name() : service.name() + " " + payment.method();
        }
        return service == EffectKind.Service.HOST ? service.name() + " " + effect.name() : service.name();
    }

    /** A handler of the host's own comes before the built-in service. */
    private EffectKind.Service serviceOf(OwedEffect effect) {
        return services.effects().containsKey(effect.name())
                ? EffectKind.Service.HOST
                : EffectKind.of(effect).service();
    }

    /** An inventory with several locations is first asked for its stock, and then one location after another. */
    private EffectResult stock(InventoryService inventory, Order order, OwedEffect effect, CallContext call) {
        Effect request = Desks.request(order, effect);
        if (request instanceof Effect.ReserveStock reserve) {
            EffectResult.Allocated allotted =
                    reserve.location() == null ? allotments.allot(order, effect, reserve.lines()) : null;
            return allotted == null ? inventory.reserve(reserve, call) : allotted;
        } else if (request instanceof Effect.FillBackorder fill) {
            return inventory.fill(fill, call);
        } else if (request instanceof Effect.ReleaseStock release) {
            return inventory.release(release, call);
        } else if (request instanceof Effect.ConsumeStock consume) {
            return inventory.consume(consume, call);
        } else if (request instanceof Effect.TakeBackGoods takeBack) {
            return inventory.takeBack(takeBack, call);
        } else if (request instanceof Effect.RestockGoods restock) {
            return inventory.restock(restock, call);
        }
        throw notDoneHere(request);
    }

    private static Effect.Charge request(Order order, OwedEffect effect, @Nullable String reference) {
        Effect.Charge charge = (Effect.Charge) Desks.request(order, effect);
        return reference == null ? charge : charge.under(reference);
    }

    private static EffectResult charge(PaymentGateway gateway, Effect.Charge request, CallContext call) {
        if (request instanceof Effect.AuthorizePayment authorize) {
            return gateway.authorize(authorize, call);
        } else if (request instanceof Effect.CapturePayment capture) {
            return gateway.capture(capture, call);
        } else if (request instanceof Effect.VoidPayment letGo) {
            return gateway.voidAuthorization(letGo, call);
        } else if (request instanceof Effect.RefundPayment refund) {
            return gateway.refund(refund, call);
        }
        throw notDoneHere(request);
    }

    private static EffectResult parcel(LogisticsService logistics, Effect request, CallContext call) {
        if (request instanceof Effect.DispatchShipment dispatch) {
            return logistics.dispatch(dispatch, call);
        } else if (request instanceof Effect.CancelDispatch cancel) {
            return logistics.cancel(cancel, call);
        }
        throw notDoneHere(request);
    }

    /** A host without a delivery service hands goods over itself, so the work counts as done. */
    private EffectResult deliver(Order order, OwedEffect effect, CallContext call) {
        DeliveryService delivery = services.delivery();
        return delivery == null
                ? EffectResult.done()
                : delivery.deliver((Effect.DeliverGoods) Desks.request(order, effect), call);
    }

    private static IllegalStateException notDoneHere(Effect request) {
        return new IllegalStateException("no service does " + request.getClass().getSimpleName());
    }

    private HostEffectHandler handler(OwedEffect effect) {
        return required(services.effects().get(effect.name()), effect);
    }

    private static <T> T required(@Nullable T service, OwedEffect effect) {
        if (service == null) {
            throw new IllegalStateException("the host has no service for " + effect.name());
        }
        return service;
    }
}
