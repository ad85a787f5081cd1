package org.orderengine.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Actor;
import org.orderengine.model.Books;
import org.orderengine.model.By;
import org.orderengine.model.ChildKind;
import org.orderengine.model.ChildRef;
import org.orderengine.model.Coupon;
import org.orderengine.model.Flow;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Measure;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Phase;
import org.orderengine.model.Points;
import org.orderengine.model.Problem;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.Shipment;
import org.orderengine.model.Statement;
import org.orderengine.model.Timer;
import org.orderengine.model.Totals;
import org.orderengine.model.Units;

/** An order as other programs read it: every key is always there, in the order of the documentation. */
final class OrderView {

    /**
     * Something that happened to an order.
     *
     * @param revision the commit that it happened in
     * @param at when
     * @param event what, as {@code order-placed}
     * @param by who gave the command that led to it, and why
     */
    record Happening(long revision, Instant at, String event, By by) {}

    /**
     * What the whole view has beside the light one.
     *
     * @param allowed the actions that the order would take now
     * @param history what happened to it, earliest first
     */
    record Rest(List<String> allowed, List<Happening> history) {

        static final Rest NONE = new Rest(List.of(), List.of());
    }

    private OrderView() {}

    /** The whole view; without the rest the light one. */
    static Map<String, @Nullable Object> of(Order order, @Nullable Phase phase, @Nullable Rest rest) {
        Books books = order.books();
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("order", order.id());
        view.put("process", order.process().name());
        view.put("version", order.process().version());
        view.put("state", state(order.position().states()));
        view.put("phase", phase == null ? null : phase.word());
        view.put("busy", order.flow().isBusy());
        view.put("parked", parked(order.flow().effects()));
        view.put("final", order.position().ended());
        view.put("revision", order.revision());
        view.put("placedAt", order.placedAt().toString());
        view.put("buyer", order.origin().buyer());
        view.put("business", order.origin().business());
        view.put("channel", order.origin().channel());
        view.put("merchant", order.origin().merchant());
        view.put("currency", books.currency().getCurrencyCode());
        view.put("totals", totals(order.totals()));
        view.put(
                "charges",
                each(
                        books.chargesLeft(),
                        charge -> object(
                                "charge", charge.id(),
                                "price", charge.price().toDecimal(),
                                "tax", charge.tax().toDecimal())));
        view.put("lines", each(books.lines(), line -> line(line, books.pricesIncludeTax())));
        view.put("payments", each(books.payments(), payment -> payment(payment, order.flow())));
        view.put("shipments", each(books.shipments(), shipment -> shipment(shipment, books)));
        view.put(
                "returns",
                each(
                        books.returns(),
                        returned -> returned(returned, books, order.flow().timers())));
        view.put("documents", each(books.documents(), document -> document(document, books)));
        view.put("coupons", coupons(books.coupons()));
        view.put("points", points(books.points()));
        view.put("attributes", order.attributes());
        view.put("tags", order.tags());
        view.put("source", null);
        view.put("family", family());
        if (rest != null) {
            view.put("allowed", rest.allowed());
            view.put(
                    "timers",
                    timers(order.flow().timers().stream()
                            .filter(timer -> !timer.isOfChild())
                            .toList()));
        }
        view.put(
                "deferred",
                each(
                        order.flow().deferred(),
                        kept -> object(
                                "action", kept.action(), "since", kept.since().toString())));
        view.put("proposal", proposal(order.flow().proposal()));
        if (rest != null) {
            view.put("history", each(rest.history(), OrderView::happening));
        }
        return view;
    }

    private static Map<String, @Nullable Object> family() {
        Map<String, @Nullable Object> family = new LinkedHashMap<>();
        family.put("parent", null);
        family.put("children", List.of());
        return family;
    }

    private static Object state(List<String> states) {
        return states.size() == 1 ? states.get(0) : states;
    }

    private static List<String> parked(List<OwedEffect> effects) {
        List<String> codes = new ArrayList<>();
        for (OwedEffect effect : effects) {
            if (effect.status() == OwedEffect.Status.PARKED) {
                Problem problem = effect.problem();
                codes.add(problem == null ? effect.name() : problem.code());
            }
        }
        return codes;
    }

    private static Map<String, @Nullable Object> totals(Totals totals) {
        return object(
                "lines", totals.lines().toDecimal(),
                "discount", totals.discount().toDecimal(),
                "shipping", totals.shipping().toDecimal(),
                "charges", totals.charges().toDecimal(),
                "tax", totals.tax().toDecimal(),
                "surcharge", totals.surcharge().toDecimal(),
                "credit", totals.credit().toDecimal(),
                "total", totals.total().toDecimal(),
                "authorized", totals.authorized().toDecimal(),
                "captured", totals.captured().toDecimal(),
                "refunded", totals.refunded().toDecimal(),
                "outstanding", totals.outstanding().toDecimal(),
                "chargedBack", totals.chargedBack().toDecimal());
    }

    private static Map<String, @Nullable Object> line(Line line, boolean pricesIncludeTax) {
        Units units = line.units();
        return object(
                "line", line.id(),
                "sku", line.item().sku(),
                "fulfilment", word(line.item().handling().fulfilment()),
                "attributes", line.attributes(),
                "unitPrice", line.item().unitPrice().toDecimal(),
                "ordered", quantity(line, units.ordered()),
                "open", quantity(line, units.open()),
                "reserved", quantity(line, units.reserved()),
                "backordered", quantity(line, units.backordered()),
                "shipped", quantity(line, units.shipped()),
                "delivered", quantity(line, units.delivered()),
                "cancelled", quantity(line, units.cancelled()),
                "returned", quantity(line, units.returned()),
                "writtenOff", quantity(line, units.writtenOff()),
                "subtotal", line.subtotal().toDecimal(),
                "discount", line.discount().toDecimal(),
                "tax", line.tax().toDecimal(),
                "total", line.total(pricesIncludeTax).toDecimal());
    }

    /** A number of units; of measured goods the decimal that so many steps are, as text. */
    private static Object quantity(@Nullable Line line, long quantity) {
        Measure measure = line == null ? null : line.item().measure();
        return measure == null ? (Object) quantity : measure.text(quantity);
    }

    /** What a payment authorized is shown less what was let go of it, so that the payments sum to the totals. */
    private static Map<String, @Nullable Object> payment(Payment payment, Flow flow) {
        return object(
                "payment", payment.id(),
                "method", payment.method(),
                "state", payment.state(),
                "authorized", payment.authorized().minus(payment.voided()).toDecimal(),
                "captured", payment.captured().toDecimal(),
                "refunded", payment.refunded().toDecimal(),
                "chargedBack", payment.chargedBack().toDecimal(),
                "pending", pending(payment, flow));
    }

    /** What the buyer needs to complete a payment that is pending. */
    private static @Nullable Object pending(Payment payment, Flow flow) {
        for (OwedEffect effect : flow.effects()) {
            if (effect.buyerStep() != null && payment.id().equals(effect.subject())) {
                return object(
                        "until",
                        effect.due().toString(),
                        "data",
                        new TreeMap<>(effect.buyerStep().data()));
            }
        }
        return null;
    }

    private static Map<String, @Nullable Object> shipment(Shipment shipment, Books books) {
        return object(
                "shipment", shipment.id(),
                "state", shipment.state(),
                "lines", each(shipment.lines(), units -> units(units, books)));
    }

    private static Map<String, @Nullable Object> units(LineQuantity units, Books books) {
        return object("line", units.line(), "quantity", quantity(books.line(units.line()), units.quantity()));
    }

    private static Map<String, @Nullable Object> document(IssuedDocument document, Books books) {
        return object(
                "document", document.id(),
                "number", document.number(),
                "total", document.statement().total(books.money(0)).toDecimal(),
                "entries", each(document.statement().entries(), entry -> entry(entry, books)));
    }

    private static Map<String, @Nullable Object> entry(Statement.Entry entry, Books books) {
        return object(
                "kind", word(entry.kind()),
                "of", entry.of(),
                "quantity", quantity(entry.of() == null ? null : books.line(entry.of()), entry.quantity()),
                "net", entry.net().toDecimal(),
                "taxes",
                        each(
                                entry.taxes(),
                                tax -> object(
                                        "taxCategory", tax.category(),
                                        "rate", tax.rate().toPlainString(),
                                        "amount", tax.amount().toDecimal())),
                "total", entry.total().toDecimal());
    }

    /** A return with the timers of its own, which are not among the order's. */
    private static Map<String, @Nullable Object> returned(Return returned, Books books, List<Timer> all) {
        ChildRef child = new ChildRef(ChildKind.RETURN, returned.id());
        List<Timer> own =
                all.stream().filter(timer -> child.equals(timer.key().child())).toList();
        return object(
                "return", returned.id(),
                "kind", word(returned.kind()),
                "state", returned.state(),
                "lines", each(returned.lines(), line -> returnLine(line, books.line(line.line()))),
                "refund", returned.refund().toDecimal(),
                "timers", timers(own));
    }

    private static Map<String, @Nullable Object> returnLine(ReturnLine line, @Nullable Line of) {
        return object(
                "line", line.line(),
                "requested", quantity(of, line.requested()),
                "accepted", quantity(of, line.accepted()),
                "damaged", quantity(of, line.damaged()),
                "rejected", quantity(of, line.rejected()));
    }

    /** The coupons that count or counted as used; uses of limited offers without a code are none. */
    private static List<Object> coupons(List<Coupon> coupons) {
        return each(
                coupons.stream()
                        .filter(coupon -> coupon.state() != Coupon.State.CARRIED && !coupon.isOffer())
                        .toList(),
                coupon -> object(
                        "code", coupon.code(), "state", coupon.state().name().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, @Nullable Object> points(Points points) {
        return object(
                "spent", points.spent(),
                "granted", points.granted(),
                "returned", points.returned(),
                "clawedBack", points.clawedBack());
    }

    private static List<Object> timers(List<Timer> timers) {
        return each(
                timers.stream()
                        .sorted(Comparator.comparing(Timer::due)
                                .thenComparing(timer -> timer.key().name()))
                        .toList(),
                timer -> object("name", timer.key().name(), "due", timer.due().toString()));
    }

    /** The change that waits to be confirmed, or null. */
    private static @Nullable Object proposal(@Nullable ProposedChange proposed) {
        return proposed == null
                ? null
                : object(
                        "proposal", proposed.id(),
                        "since", proposed.since().toString(),
                        "difference", proposed.difference().toDecimal());
    }

    private static Map<String, @Nullable Object> happening(Happening happening) {
        return object(
                "revision", happening.revision(),
                "at", happening.at().toString(),
                "event", happening.event(),
                "actor", actor(happening.by().actor()),
                "reason", happening.by().reason());
    }

    private static Map<String, @Nullable Object> actor(Actor actor) {
        return object("kind", word(actor.kind()), "id", actor.id());
    }

    /** How a constant is written: in lower case with hyphens. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> List<Object> each(List<T> parts, Function<T, Object> view) {
        List<Object> views = new ArrayList<>(parts.size());
        parts.forEach(part -> views.add(view.apply(part)));
        return views;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            object.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
        }
        return object;
    }
}
