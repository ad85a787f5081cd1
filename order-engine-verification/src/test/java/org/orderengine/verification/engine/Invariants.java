package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Points;
import org.orderengine.model.Shipment;
import org.orderengine.model.Timer;
import org.orderengine.model.Totals;
import org.orderengine.model.Units;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.testkit.MoneyMovement;
import org.orderengine.testkit.ServiceCall;

/** What must hold for an order at any moment, each rule under its number. */
public final class Invariants {

    private Invariants() {}

    public static void hold(TestShop shop, String id) {
        Order order = shop.order(id);
        paymentsHold(order);
        unitsHold(order);
        historyHolds(shop, order);
        stockAgrees(shop, order);
        timersHold(shop, id);
        intentsHold(shop, id);
    }

    /**
     * The standard machines of payments and shipments add no word to the history: what they say, the books' own events say. What
     * the books have no event for is the exception.
     */
    static void standardMachinesSayWhatTheBooksSay(TestShop shop, String id) {
        for (TimelineEntry entry : shop.engine.orders().timeline(id)) {
            for (Event event : entry.events()) {
                if (event instanceof Event.PaymentMoved moved) {
                    assertThat(moved.state()).as("%s", event).isIn("declined", "merged");
                } else if (event instanceof Event.ShipmentMoved moved) {
                    assertThat(moved.state()).as("%s", event).isEqualTo("cancelled");
                }
            }
        }
    }

    /** F7: a timer fires at its time or later, and once for each time that it was started. */
    private static void timersHold(TestShop shop, String id) {
        Order before = null;
        for (TimelineEntry entry : shop.engine.orders().timeline(id)) {
            for (Event event : entry.events()) {
                if (event instanceof Event.TimerFired fired) {
                    Timer timer = before == null ? null : before.flow().timer(fired.timer());
                    assertThat(timer)
                            .as("F7: %s fires while it runs", fired.timer())
                            .isNotNull();
                    if (timer != null) {
                        assertThat(entry.at()).as("F7: %s", fired.timer()).isAfterOrEqualTo(timer.due());
                    }
                }
            }
            before = entry.order();
        }
    }

    /** P3, P4: one intent moves money once, and is not attempted again while its outcome is unknown. */
    private static void intentsHold(TestShop shop, String id) {
        Set<String> moved = new HashSet<>();
        for (MoneyMovement movement : shop.gateway.movements()) {
            assertThat(moved.add(movement.kind() + " " + movement.key()))
                    .as("P3: %s", movement)
                    .isTrue();
        }
        Set<String> unknown = new HashSet<>();
        for (ServiceCall call : shop.gateway.calls()) {
            String key = call.context().idempotencyKey();
            if (call.isQuery()) {
                if (!(call.result() instanceof EffectResult.Unknown)) {
                    unknown.remove(key);
                }
            } else {
                assertThat(unknown).as("P4: order %s", id).doesNotContain(key);
                if (call.result() instanceof EffectResult.Unknown) {
                    unknown.add(key);
                }
            }
        }
    }

    /** P1, P2, A3. */
    private static void paymentsHold(Order order) {
        Totals totals = order.totals();
        for (Payment payment : order.books().payments()) {
            assertThat(payment.captured())
                    .isLessThanOrEqualTo(payment.authorized().minus(payment.voided()));
            assertThat(payment.refunded().plus(pendingRefunds(order, payment)))
                    .as("P1: refunds of %s, pending included", payment.id())
                    .isLessThanOrEqualTo(payment.captured());
        }
        assertThat(totals.outstanding())
                .as("P2")
                .isEqualTo(totals.total()
                        .minus(totals.captured())
                        .plus(totals.refunded())
                        .plus(totals.chargedBack()));
        assertThat(totals.total())
                .as("A3")
                .isEqualTo(totals.lines()
                        .minus(totals.discount())
                        .plus(totals.shipping())
                        .plus(totals.charges())
                        .plus(order.books().pricesIncludeTax() ? order.books().money(0) : totals.tax())
                        .plus(totals.surcharge())
                        .minus(totals.credit()));
        assertThat(totals.total().isNegative()).isFalse();
    }

    private static Money pendingRefunds(Order order, Payment payment) {
        Money sum = order.books().money(0);
        for (OwedEffect effect : order.flow().effects()) {
            if (List.of("payment.refund", "payment.credit").contains(effect.name())
                    && payment.id().equals(effect.subject())
                    && effect.amount() != null) {
                sum = sum.plus(effect.amount());
            }
        }
        return sum;
    }

    /** U1. */
    private static void unitsHold(Order order) {
        for (Line line : order.books().lines()) {
            Units units = line.units();
            assertThat(units.ordered())
                    .as("U1 of line %s", line.id())
                    .isEqualTo(units.open()
                            + units.reserved()
                            + units.backordered()
                            + units.shipped()
                            + units.cancelled());
            assertThat(units.delivered()).isLessThanOrEqualTo(units.shipped());
            assertThat(units.returned() + units.writtenOff()).isLessThanOrEqualTo(units.delivered());
        }
    }

    /** F4, F5. */
    private static void historyHolds(TestShop shop, Order order) {
        List<TimelineEntry> timeline = shop.engine.orders().timeline(order.id());
        for (int i = 0; i < timeline.size(); i++) {
            assertThat(timeline.get(i).revision()).as("F4").isEqualTo(i + 1);
        }
        assertThat(timeline.get(timeline.size() - 1).order()).as("F5").isEqualTo(order);
    }

    /** U2: the inventory holds what the books say, give or take what is owed to it. */
    private static void stockAgrees(TestShop shop, Order order) {
        long held = 0;
        for (Line line : order.books().lines()) {
            held += line.units().reserved() + line.units().backordered();
        }
        long unsettled = 0;
        for (OwedEffect effect : order.flow().effects()) {
            if (effect.name().startsWith("inventory.")) {
                unsettled += effect.lines().stream()
                        .mapToLong(LineQuantity::quantity)
                        .sum();
            }
        }
        assertThat(Math.abs(shop.inventory.held(order.id()) - held)).as("U2").isLessThanOrEqualTo(unsettled);
    }

    /** The order owes and is owed nothing, and the world agrees with its books. */
    public static void isSettled(TestShop shop, String id) {
        Order order = shop.order(id);
        hold(shop, id);
        assertThat(order.flow().effects()).isEmpty();
        assertThat(order.flow().isBusy()).isFalse();
        assertThat(order.totals().outstanding().isNegative()).isFalse();
        if (order.position().ended()) {
            assertThat(order.totals().captured()).isEqualTo(order.totals().refunded());
            assertThat(shop.inventory.held(id)).isZero();
        }
        booksEqualTheProvidersLog(shop, id);
        stockEqualsTheBooks(shop, id);
    }

    /** P7, U2, B1, B2, once nothing is owed any more: money, stock, coupons and points are where the books say. */
    public static void worldEqualsTheBooks(TestShop shop, String id) {
        booksEqualTheProvidersLog(shop, id);
        Books books = shop.order(id).books();
        stockEqualsTheBooks(shop, id);
        long redeemed = books.coupons().stream()
                .filter(coupon -> coupon.state() == Coupon.State.REDEEMED)
                .count();
        assertThat(shop.benefits.uses("TEN")).as("B1").isEqualTo(redeemed);
        Points points = books.points();
        assertThat(shop.benefits.points().get("ann"))
                .as("B2")
                .isEqualTo(
                        TestShop.POINTS - points.spent() + points.returned() + points.granted() - points.clawedBack());
    }

    /** U2, once nothing is owed any more: what the inventory holds and gave away is what the books say. */
    public static void stockEqualsTheBooks(TestShop shop, String id) {
        Books books = shop.order(id).books();
        long held = 0;
        long left = 0;
        for (Line line : books.lines()) {
            held += line.units().promised();
            left += line.units().shipped() - line.units().returned();
        }
        for (Shipment shipment : books.shipments()) {
            boolean lost = shipment.state().equals("lost");
            for (LineQuantity unit : lost ? shipment.lines() : List.<LineQuantity>of()) {
                left += unit.quantity();
            }
        }
        assertThat(shop.inventory.held(id)).as("U2 held").isEqualTo(held);
        for (String location : shop.inventory.names()) {
            long there = 0;
            for (Line line : books.lines()) {
                there += line.units().at(location).promised();
            }
            assertThat(shop.inventory.heldAt(location, id))
                    .as("U2 held %s", location)
                    .isEqualTo(there);
        }
        assertThat(shop.inventory.left(id)).as("U2 left").isEqualTo(left);
    }

    /** P7, once nothing is owed any more: the books equal the provider's log. */
    public static void booksEqualTheProvidersLog(TestShop shop, String id) {
        Books books = shop.order(id).books();
        assertThat(books.totals().captured())
                .as("P7 captured")
                .isEqualTo(moved(shop, id, MoneyMovement.Kind.CAPTURED)
                        .plus(moved(shop, id, MoneyMovement.Kind.RECEIVED))
                        .minus(moved(shop, id, MoneyMovement.Kind.CAPTURE_FAILED)));
        assertThat(books.totals().refunded())
                .as("P7 refunded")
                .isEqualTo(moved(shop, id, MoneyMovement.Kind.REFUNDED)
                        .minus(moved(shop, id, MoneyMovement.Kind.REFUND_FAILED)));
    }

    private static Money moved(TestShop shop, String id, MoneyMovement.Kind kind) {
        Money sum = TestShop.eur("0.00");
        for (MoneyMovement movement : shop.gateway.movements()) {
            if (movement.orderId().equals(id) && movement.kind() == kind) {
                sum = sum.plus(movement.amount());
            }
        }
        return sum;
    }
}
