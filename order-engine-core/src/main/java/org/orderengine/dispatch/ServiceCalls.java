package org.orderengine.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Allotment;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.EffectNames;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.logistics.DeliveryService;
import org.orderengine.spi.logistics.LogisticsService;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.spi.rule.HostEffectHandler;

/** Which service does which effect, and what it is told. */
final class ServiceCalls {

    /** The method under which the gateway is asked to give money back as credit with the shop. */
    private static final String STORE_CREDIT = "store-credit";

    private final HostServices services;
    private final Allotments allotments;

    ServiceCalls(HostServices services) {
        this.services = services;
        this.allotments = new Allotments(services);
    }

    EffectResult call(Order order, OwedEffect effect, @Nullable String reference, CallContext call) {
        return switch (family(effect)) {
            case INVENTORY -> stock(order, effect, call);
            case PAYMENT -> charge(order, effect, reference, call);
            case BENEFIT -> required(services.benefits(), effect).perform(benefit(order, effect), call);
            case LOGISTICS -> parcel(order, effect, call);
            case DELIVERY -> deliver(order, effect, call);
            case HOST -> handler(effect).perform(order, call);
        };
    }

    EffectResult query(Order order, OwedEffect effect, CallContext call) {
        return switch (family(effect)) {
            case INVENTORY -> required(services.inventory(), effect).query(call);
            case PAYMENT ->
                required(services.payments(), effect)
                        .query(
                                effect.name().equals(EffectNames.PAYMENT_CREDIT)
                                        ? STORE_CREDIT
                                        : payment(order, effect).method(),
                                call);
            case BENEFIT -> required(services.benefits(), effect).query(call);
            case LOGISTICS -> required(services.logistics(), effect).query(call);
            case DELIVERY -> required(services.delivery(), effect).query(call);
            case HOST -> handler(effect).perform(order, call);
        };
    }

    /** Which service does an effect: what fails and recovers as one. */
    String service(Order order, OwedEffect effect) {
        Family family = family(effect);
        return switch (family) {
            case PAYMENT -> {
                Payment payment =
                        effect.subject() == null ? null : order.books().payment(effect.subject());
                yield payment == null ? family.name() : family.name() + " " + payment.method();
            }
            case HOST -> family.name() + " " + effect.name();
            default -> family.name();
        };
    }

    private enum Family {
        INVENTORY,
        PAYMENT,
        BENEFIT,
        LOGISTICS,
        DELIVERY,
        HOST
    }

    private Family family(OwedEffect effect) {
        if (services.effects().containsKey(effect.name())) {
            return Family.HOST;
        }
        return switch (effect.name()) {
            case EffectNames.INVENTORY_RESERVE,
                    EffectNames.INVENTORY_RESERVE_PARTIAL,
                    EffectNames.INVENTORY_RESERVE_BACKORDER,
                    EffectNames.INVENTORY_FILL,
                    EffectNames.INVENTORY_RELEASE,
                    EffectNames.INVENTORY_CONSUME,
                    EffectNames.INVENTORY_TAKE_BACK,
                    EffectNames.INVENTORY_RESTOCK -> Family.INVENTORY;
            case EffectNames.PAYMENT_AUTHORIZE,
                    EffectNames.PAYMENT_CAPTURE,
                    EffectNames.PAYMENT_VOID,
                    EffectNames.PAYMENT_REFUND,
                    EffectNames.PAYMENT_CREDIT -> Family.PAYMENT;
            case EffectNames.LOGISTICS_DISPATCH, EffectNames.LOGISTICS_CANCEL -> Family.LOGISTICS;
            case EffectNames.GOODS_DELIVER -> Family.DELIVERY;
            case EffectNames.COUPONS_REDEEM,
                    EffectNames.COUPONS_RETURN,
                    EffectNames.POINTS_SPEND,
                    EffectNames.POINTS_RETURN,
                    EffectNames.POINTS_GRANT,
                    EffectNames.POINTS_CLAW_BACK -> Family.BENEFIT;
            default -> Family.HOST;
        };
    }

    private EffectResult stock(Order order, OwedEffect effect, CallContext call) {
        InventoryService inventory = required(services.inventory(), effect);
        if (EffectNames.isReserving(effect.name())) {
            return reserve(inventory, order, effect, call);
        }
        List<StockLine> lines = lines(order, effect.lines());
        String location = effect.location();
        return switch (effect.name()) {
            case EffectNames.INVENTORY_FILL -> inventory.fill(new Effect.FillBackorder(lines, location), call);
            case EffectNames.INVENTORY_RELEASE -> inventory.release(new Effect.ReleaseStock(lines, location), call);
            case EffectNames.INVENTORY_CONSUME -> inventory.consume(new Effect.ConsumeStock(lines, location), call);
            case EffectNames.INVENTORY_TAKE_BACK -> inventory.takeBack(new Effect.TakeBackGoods(lines, location), call);
            default -> inventory.restock(new Effect.RestockGoods(lines, location), call);
        };
    }

    /** At an inventory with several locations it is first asked what is where, and then one location after another. */
    private EffectResult reserve(InventoryService inventory, Order order, OwedEffect effect, CallContext call) {
        ReservePolicy policy =
                switch (effect.name()) {
                    case EffectNames.INVENTORY_RESERVE_PARTIAL -> ReservePolicy.PARTIAL;
                    case EffectNames.INVENTORY_RESERVE_BACKORDER -> ReservePolicy.BACKORDER;
                    default -> ReservePolicy.ALL_OR_NOTHING;
                };
        if (effect.nextPart() > 0) {
            Allotment part = effect.parts().get(effect.nextPart() - 1);
            return inventory.reserve(
                    new Effect.ReserveStock(lines(order, part.lines()), policy, part.location()), call);
        }
        List<StockLine> lines = lines(order, effect.unheld());
        EffectResult.Allotted allotted = allotments.allot(order, effect, lines);
        return allotted == null ? inventory.reserve(new Effect.ReserveStock(lines, policy), call) : allotted;
    }

    private EffectResult parcel(Order order, OwedEffect effect, CallContext call) {
        LogisticsService logistics = required(services.logistics(), effect);
        return effect.name().equals(EffectNames.LOGISTICS_CANCEL)
                ? logistics.cancel(new Effect.CancelDispatch(subject(effect)), call)
                : logistics.dispatch(
                        new Effect.DispatchShipment(subject(effect), lines(order, effect.lines()), effect.location()),
                        call);
    }

    private EffectResult charge(Order order, OwedEffect effect, @Nullable String newReference, CallContext call) {
        PaymentGateway gateway = required(services.payments(), effect);
        Payment payment = payment(order, effect);
        Money amount = effect.amount() == null ? payment.requested() : effect.amount();
        String reference = newReference == null ? payment.reference() : newReference;
        return switch (effect.name()) {
            case EffectNames.PAYMENT_AUTHORIZE ->
                gateway.authorize(new Effect.AuthorizePayment(payment.id(), payment.method(), amount, reference), call);
            case EffectNames.PAYMENT_CAPTURE ->
                gateway.capture(new Effect.CapturePayment(payment.id(), payment.method(), amount, reference), call);
            case EffectNames.PAYMENT_VOID ->
                gateway.voidAuthorization(
                        new Effect.VoidPayment(payment.id(), payment.method(), amount, reference), call);
            case EffectNames.PAYMENT_CREDIT ->
                gateway.refund(new Effect.RefundPayment(payment.id(), STORE_CREDIT, amount, reference), call);
            default ->
                gateway.refund(new Effect.RefundPayment(payment.id(), payment.method(), amount, reference), call);
        };
    }

    /** A host that plugged nothing in hands goods over by what it does with the order. */
    private EffectResult deliver(Order order, OwedEffect effect, CallContext call) {
        DeliveryService delivery = services.delivery();
        return delivery == null
                ? EffectResult.done()
                : delivery.deliver(
                        new Effect.DeliverGoods(subject(effect), order.origin().buyer(), lines(order, effect.lines())),
                        call);
    }

    private static Effect.Benefit benefit(Order order, OwedEffect effect) {
        String buyer = order.origin().buyer();
        return switch (effect.name()) {
            case EffectNames.COUPONS_REDEEM -> new Effect.RedeemCoupons(buyer, effect.codes());
            case EffectNames.COUPONS_RETURN -> new Effect.ReturnCoupons(buyer, effect.codes());
            case EffectNames.POINTS_SPEND -> new Effect.SpendPoints(buyer, effect.points());
            case EffectNames.POINTS_RETURN -> new Effect.ReturnPoints(buyer, effect.points());
            case EffectNames.POINTS_GRANT -> new Effect.GrantPoints(buyer, effect.points());
            default -> new Effect.ClawBackPoints(buyer, effect.points());
        };
    }

    private static List<StockLine> lines(Order order, List<LineQuantity> quantities) {
        List<StockLine> lines = new ArrayList<>(quantities.size());
        for (LineQuantity quantity : quantities) {
            Line line = order.books().line(quantity.line());
            if (line == null) {
                throw new IllegalStateException("there is no line " + quantity.line());
            }
            lines.add(new StockLine(quantity.line(), line.item().sku(), quantity.quantity()));
        }
        return lines;
    }

    private static Payment payment(Order order, OwedEffect effect) {
        Payment payment = order.books().payment(subject(effect));
        if (payment == null) {
            throw new IllegalStateException("there is no payment " + effect.subject());
        }
        return payment;
    }

    private static String subject(OwedEffect effect) {
        if (effect.subject() == null) {
            throw new IllegalStateException(effect.name() + " is about nothing");
        }
        return effect.subject();
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
