package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Points;
import org.orderengine.model.Return;
import org.orderengine.model.Shipment;
import org.orderengine.model.Totals;

/**
 * Takes an order back as far as its process allows: what has not shipped is cancelled, what has is returned, and people
 * resolve what is parked.
 */
final class Reversal {

    private static final int MAX_ACTIONS = 60;

    private final TestShop shop;
    private final String id;
    private final Random random;

    Reversal(TestShop shop, String id, Random random) {
        this.shop = shop;
        this.id = id;
        this.random = random;
    }

    /** Does everything that gives something back, until nothing is left to do. */
    void run() {
        answerEverything();
        for (int i = 0; i < MAX_ACTIONS; i++) {
            Action next = next();
            if (next == null && !Operators.resolve(shop, id, random)) {
                return;
            }
            if (next != null) {
                shop.execute(next);
            }
            answerEverything();
        }
    }

    /**
     * A7, of an order that had come to its end with the buyer's goods: what its returns brought back is refunded, nothing is held
     * or promised any more, and nothing is granted for money that went back.
     */
    void leftNothingOpen() {
        Totals totals = order().totals();
        assertThat(order().books().returns()).as("A7: returns").allMatch(Return::ended);
        assertThat(totals.outstanding().isNegative()).as("A7: owed back").isFalse();
        assertThat(shop.inventory.held(id)).as("A7: held").isZero();
        for (Payment payment : order().books().payments()) {
            assertThat(payment.capturable().isZero())
                    .as("A7: promised by %s", payment.id())
                    .isTrue();
        }
        Points points = order().books().points();
        Money kept = totals.captured().minus(totals.refunded()).minus(totals.chargedBack());
        assertThat(points.granted() - points.clawedBack())
                .as("A7: granted")
                .isLessThanOrEqualTo(points.deserved(totals.total().min(kept).minorUnits()));
        Invariants.worldEqualsTheBooks(shop, id);
    }

    /**
     * A7: nothing is paid but the delivery of what was delivered, nothing is held, nothing is used. What was charged back went to the buyer
     * without the shop. What an inspection rejected
     * went back to the buyer for good, and the buyer pays for it.
     */
    void leftNothing() {
        Books books = order().books();
        Totals totals = order().totals();
        Money paid = totals.captured().minus(totals.refunded()).minus(totals.chargedBack());
        assertThat(paid).as("A7: paid").isLessThanOrEqualTo(totals.total());
        assertThat(shop.inventory.held(id)).as("A7: held").isZero();
        assertThat(books.points().granted())
                .as("A7: granted")
                .isEqualTo(books.points().clawedBack());
        Invariants.worldEqualsTheBooks(shop, id);
        if (isAnythingRejected(books)) {
            return;
        }
        boolean shipped = books.lines().stream().anyMatch(line -> line.units().shipped() > 0);
        assertThat(books.isNothingLeft()).as("A7: units").isTrue();
        Money delivery =
                shipped ? totals.shipping().minus(books.shipping().discount()).plus(totals.tax()) : books.money(0);
        assertThat(paid).as("A7: paid for nothing").isLessThanOrEqualTo(delivery.plus(totals.surcharge()));
        for (Payment payment : books.payments()) {
            assertThat(payment.capturable().isZero())
                    .as("A7: promised by %s", payment.id())
                    .isTrue();
        }
        assertThat(books.points().returned())
                .as("A7: points")
                .isEqualTo(books.points().spent());
        if (!shipped) {
            assertThat(shop.benefits.uses("TEN")).as("A7: coupon").isZero();
        }
    }

    private static boolean isAnythingRejected(Books books) {
        return books.returns().stream()
                .flatMap(returned -> returned.lines().stream())
                .anyMatch(line -> line.rejected() > 0);
    }

    private @Nullable Action next() {
        Books books = order().books();
        List<String> allowed = shop.engine.orders().allowed(order());
        if (allowed.contains("resume")) {
            return action("resume").build();
        }
        if (allowed.contains("cancel") && !books.isNothingUnshipped()) {
            return action("cancel").build();
        }
        for (Shipment shipment : books.shipments()) {
            if (shipment.state().equals("shipped")) {
                String arrives = allowed.contains("delivery-failed") ? "delivery-failed" : "deliver";
                return action(arrives).set("shipment", shipment.id()).build();
            }
        }
        for (Return returned : books.returns()) {
            if (returned.state().equals("requested")) {
                return action("approve-return").set("return", returned.id()).build();
            }
            if (List.of("approved", "sent-back").contains(returned.state())) {
                return action("receive-return").set("return", returned.id()).build();
            }
        }
        return allowed.contains("request-return") && hasSomethingToReturn(books)
                ? action("request-return").build()
                : null;
    }

    private static boolean hasSomethingToReturn(Books books) {
        return books.lines().stream().mapToLong(Reversal::stillWithTheBuyer).sum() > 0;
    }

    private static long stillWithTheBuyer(Line line) {
        return line.units().delivered() - line.units().returned() - line.units().writtenOff();
    }

    private Action.Builder action(String name) {
        return Action.on(id, name);
    }

    /** Lets time pass until no service has to be asked any more. */
    private void answerEverything() {
        Optional<Instant> due = shop.engine.orders().nextDue();
        while (due.isPresent() && isAnyOwed()) {
            shop.advance(Duration.between(shop.clock.instant(), due.get()));
            due = shop.engine.orders().nextDue();
        }
    }

    private boolean isAnyOwed() {
        return order().flow().effects().stream().anyMatch(effect -> effect.status() != OwedEffect.Status.PARKED);
    }

    private Order order() {
        return shop.order(id);
    }
}
