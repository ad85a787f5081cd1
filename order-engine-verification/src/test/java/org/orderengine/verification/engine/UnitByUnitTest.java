package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.command.Action;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Units;

/** Two orders of one kind: of one, units are taken back one by one in any order; of the other, the same units at once. */
class UnitByUnitTest {

    private static final String ID = Changeable.ID;

    @Property(tries = 200)
    void cancelling_unit_by_unit_is_cancelling_at_once_A6(@ForAll @LongRange(min = 0) long seed) {
        Changeable one = modified(seed);
        Changeable other = modified(seed);
        List<LineQuantity> gone = some(one, new Random(seed));
        for (String unit : shuffled(gone, seed)) {
            accepted(one.shop.execute(Action.on(ID, "cancel").line(unit, 1).build()));
        }
        atOnce(other.shop, "cancel", gone);
        areTheSame(one.shop, other.shop);
    }

    @Property(tries = 150)
    void returning_unit_by_unit_is_returning_at_once_A6(@ForAll @LongRange(min = 0) long seed) {
        Changeable one = delivered(modified(seed));
        Changeable other = delivered(modified(seed));
        List<LineQuantity> gone = some(one, new Random(seed));
        for (String unit : shuffled(gone, seed)) {
            accepted(one.shop.execute(
                    Action.on(ID, "request-return").line(unit, 1).build()));
            bringBack(one.shop);
        }
        atOnce(other.shop, "request-return", gone);
        bringBack(other.shop);
        areTheSame(one.shop, other.shop);
    }

    /** A paid order, changed once where that is possible. */
    private static Changeable modified(long seed) {
        Changeable changeable = new Changeable(seed).placed();
        Action wish = changeable.wish();
        if (wish.name().equals("modify")) {
            changeable.shop.execute(wish);
        }
        while (changeable.shop.act(ID, "pay") instanceof Outcome.Accepted) {
            changeable.rest();
        }
        return changeable;
    }

    private static Changeable delivered(Changeable changeable) {
        changeable.shop.act(ID, "ship");
        changeable.shop.act(ID, "deliver");
        return changeable;
    }

    private static List<LineQuantity> some(Changeable changeable, Random random) {
        List<LineQuantity> some = new ArrayList<>();
        for (Line line : changeable.shop.order(ID).books().lines()) {
            long there = there(line.units());
            long taken = there == 0 ? 0 : random.nextInt((int) there + 1);
            if (taken > 0) {
                some.add(new LineQuantity(line.id(), taken));
            }
        }
        return some;
    }

    private static long there(Units units) {
        return units.shipped() > 0 ? units.delivered() : units.unshipped();
    }

    private static List<String> shuffled(List<LineQuantity> gone, long seed) {
        List<String> units = new ArrayList<>();
        gone.forEach(line -> units.addAll(Collections.nCopies((int) line.quantity(), line.line())));
        Collections.shuffle(units, new Random(seed));
        return units;
    }

    private static void atOnce(TestShop shop, String action, List<LineQuantity> gone) {
        if (!gone.isEmpty()) {
            Action.Builder builder = Action.on(ID, action);
            gone.forEach(line -> builder.line(line.line(), line.quantity()));
            accepted(shop.execute(builder.build()));
        }
    }

    private static void bringBack(TestShop shop) {
        shop.act(ID, "approve-return");
        shop.act(ID, "receive-return");
    }

    private static void accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private static void areTheSame(TestShop one, TestShop other) {
        Order stepwise = one.order(ID);
        Order atOnce = other.order(ID);
        assertThat(stepwise.totals()).as("A6: money").isEqualTo(atOnce.totals());
        assertThat(stepwise.books().lines())
                .as("A6: lines")
                .isEqualTo(atOnce.books().lines());
        assertThat(stepwise.books().points())
                .as("A6: points")
                .isEqualTo(atOnce.books().points());
        assertThat(stepwise.books().coupons())
                .as("A6: coupons")
                .isEqualTo(atOnce.books().coupons());
        assertThat(stepwise.books().payments())
                .as("A6: payments, but for the references of their refunds")
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("notices")
                .isEqualTo(atOnce.books().payments());
        Invariants.worldEqualsTheBooks(one, ID);
    }
}
