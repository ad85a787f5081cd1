package org.orderengine.json;

import org.orderengine.model.Account;
import org.orderengine.model.Benefits;
import org.orderengine.model.Books;
import org.orderengine.model.Clocks;
import org.orderengine.model.Flow;
import org.orderengine.model.Goods;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.Points;
import org.orderengine.model.Waits;
import org.orderengine.model.Work;

/** Orders, each one object: its origin, customer, flow and books share no field name. */
final class OrderCodec {

    private static final Shape<Origin> ORIGIN = Shape.of(
            Field.BUYER.optionalText(Origin::buyer),
            Field.BUSINESS.optionalText(Origin::business),
            Field.CHANNEL.optionalText(Origin::channel),
            Field.MERCHANT.optionalText(Origin::merchant),
            Origin::new);

    private static final Shape<Waits> WAITS = Shape.of(
            Field.STUCK.optionalObject(FlowCodec.STUCK, Waits::stuck),
            Field.LAPSE.optionalObject(ChangeCodec.LAPSE, Waits::lapse),
            Field.CHANGE.optionalObject(ChangeCodec.CHANGE, Waits::change),
            Field.PROPOSAL.optionalObject(ChangeCodec.PROPOSAL, Waits::proposal),
            Waits::new);

    private static final Shape<Flow> FLOW = Shape.of(
            Part.inline(FlowCodec.POSITION, Flow::position),
            Field.RUNS.objects(FlowCodec.RUN, Flow::runs),
            Field.TIMERS.objects(FlowCodec.TIMER, Flow::timers),
            Field.EFFECTS.objects(EffectCodec.EFFECT, Flow::effects),
            Field.DEFERRED.objects(FlowCodec.DEFERRED, Flow::deferred),
            Field.FROZEN.objects(FlowCodec.FROZEN, Flow::frozen),
            Field.DEADLINES.objects(FlowCodec.DEADLINE, Flow::deadlines),
            Part.inline(WAITS, Flow::waits),
            (position, runs, timers, effects, deferred, frozen, deadlines, waits) -> new Flow(
                    position, new Work(runs, effects, deferred), new Clocks(timers, frozen, deadlines), waits));

    private static final Shape<Goods> GOODS = Shape.of(
            Field.PRICES_INCLUDE_TAX.flag(Goods::pricesIncludeTax),
            Field.LINES.objects(LineCodec.LINE, Goods::lines),
            ShareCodec.shipping(Goods::shipping),
            Goods::new);

    private static final Shape<Benefits> BENEFITS = Shape.of(
            Field.COUPONS.objects(BenefitCodec.COUPON, Benefits::coupons),
            Field.POINTS.object(BenefitCodec.POINTS, Points.NONE, Benefits::points),
            Benefits::new);

    private static final Shape<Books> BOOKS = Shape.of(
            Part.inline(GOODS, Books::goods),
            Field.CREDIT.amount(Books::credit),
            Field.SURCHARGE.amount(Books::surcharge),
            Part.inline(BENEFITS, Books::benefits),
            Field.PAYMENTS.objects(PaymentCodec.PAYMENT, Books::payments),
            Field.SHIPMENTS.objects(FulfilmentCodec.SHIPMENT, Books::shipments),
            Field.RETURNS.objects(FulfilmentCodec.RETURN, Books::returns),
            (goods, credit, surcharge, benefits, payments, shipments, returns) ->
                    new Books(goods, new Account(credit, surcharge, payments), benefits, shipments, returns));

    private static final Shape<Order> ORDER_SHAPE = Shape.of(
            Field.ORDER.required((out, order) -> out.text(Field.ORDER, order.id()), FieldReader::orderId),
            Field.REVISION.number(Order::revision),
            Part.inline(FlowCodec.PROCESS, Order::process),
            Field.PLACED_AT.instant(Order::placedAt),
            Part.inline(ORIGIN, Order::origin).inCurrency(order -> order.books().currency()),
            Part.inline(CustomerCodec.CUSTOMER, Order::customer),
            Part.inline(FLOW, Order::flow),
            Part.inline(BOOKS, Order::books),
            (id, revision, process, placedAt, origin, customer, flow, books) ->
                    new Order(id, process, origin, customer, placedAt, revision, books, flow));

    static final Codec<Order> ORDER =
            Codec.of((out, order) -> ORDER_SHAPE.write(out, order), in -> ORDER_SHAPE.read(in));

    private OrderCodec() {}
}
