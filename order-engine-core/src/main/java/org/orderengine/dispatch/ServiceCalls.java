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

/** Which of the host's services does what is asked for an effect. */
final class ServiceCalls {

    private final HostServices services;
    private final LocationAllocations allotments;

    ServiceCalls(HostServices services) {
        this.services = services;
        this.allotments = new LocationAllocations(services);
    }

    /**
     * Has an effect done.
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

    /** Asks what became of an effect. */
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

    /** What does an effect, as a text: what fails and recovers as one. */
    String service(Order order, OwedEffect effect) {
        EffectKind.Service service = serviceOf(effect);
        if (service == EffectKind.Service.PAYMENT) {
            Payment payment = effect.subject() == null ? null : order.books().payment(effect.subject());
            return payment == null ? service.name() : service.name() + " " + payment.method();
        }
        return service == EffectKind.Service.HOST ? service.name() + " " + effect.name() : service.name();
    }

    /** A handler of the host's own comes before what is built in. */
    private EffectKind.Service serviceOf(OwedEffect effect) {
        return services.effects().containsKey(effect.name())
                ? EffectKind.Service.HOST
                : EffectKind.of(effect).service();
    }

    /** At an inventory with several locations it is first asked what is where, and then one location after another. */
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

    /** A host that plugged nothing in hands goods over by what it does with the order. */
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
