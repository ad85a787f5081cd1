package org.orderengine.model;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The books of an order: what it stands for in units, money and benefits. The flow only decides when entries happen.
 *
 * @param currency the one currency of every amount in them (A5)
 * @param pricesIncludeTax whether prices and discounts contain the tax, or it comes on top
 * @param lines the lines, in the order in which they were added
 * @param shipping the delivery
 * @param credit goodwill that lowers what the order costs
 * @param surcharge what the order costs beyond what it stands for, such as a deposit that is kept
 * @param coupons the coupons
 * @param points the membership points
 * @param payments the payments, earliest first
 * @param shipments the parcels, earliest first
 * @param returns the returns, earliest first
 */
public record Books(
        Currency currency,
        boolean pricesIncludeTax,
        List<Line> lines,
        Shipping shipping,
        Money credit,
        Money surcharge,
        List<Coupon> coupons,
        Points points,
        List<Payment> payments,
        List<Shipment> shipments,
        List<Return> returns) {

    public Books {
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
        payments = List.copyOf(payments);
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
        if (lines.isEmpty()) {
            throw Checks.refused("an order has no lines");
        }
        Checks.requireNotNegative(credit, "credit");
        Checks.requireNotNegative(surcharge, "surcharge");
        requireDistinct(lines, Line::id, "line");
        requireDistinct(payments, Payment::id, "payment");
        requireDistinct(shipments, Shipment::id, "shipment");
        requireDistinct(returns, Return::id, "return");
        requireCurrency(currency, credit);
        requireCurrency(currency, surcharge);
        requireCurrency(currency, shipping.price());
        for (Line line : lines) {
            requireCurrency(currency, line.basis().price());
        }
        for (Payment payment : payments) {
            requireCurrency(currency, payment.requested());
        }
    }

    /** The books of an order that was just priced. */
    public static Books opened(
            Currency currency, boolean pricesIncludeTax, List<Line> lines, Shipping shipping, List<Coupon> coupons) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                shipping,
                Money.zero(currency),
                Money.zero(currency),
                coupons,
                Points.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** What the order stands for now. */
    public Totals totals() {
        return Totals.of(this);
    }

    /** An amount of {@code minorUnits} in the books' currency. */
    public Money money(long minorUnits) {
        return new Money(currency, minorUnits);
    }

    /** Whether no unit is left that could still be shipped. */
    public boolean isNothingUnshipped() {
        for (Line line : lines) {
            if (line.units().unshipped() > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the order stands for no unit any more. */
    public boolean isNothingLeft() {
        for (Line line : lines) {
            if (line.basis().remainingUnits() > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the order will cost less once the goods are back whose replacement went out in advance. Each unit counts with its
     * frozen share.
     */
    public Money expectedBack() {
        if (returns.stream().noneMatch(Books::isReplacedInAdvance)) {
            return money(0);
        }
        Books after = this;
        for (Return returned : returns) {
            if (isReplacedInAdvance(returned)) {
                for (ReturnLine line : returned.lines()) {
                    long pending = line.pending();
                    after = after.withLine(
                            line.line(), sold -> sold.withUnits(sold.units().takeBack(pending, 0)));
                }
            }
        }
        return totals().total().minus(after.totals().total());
    }

    private static boolean isReplacedInAdvance(Return returned) {
        return !returned.ended() && !returned.replacedBy().isEmpty() && returned.pending() > 0;
    }

    /** The line of that id, or null. */
    public @Nullable Line line(String id) {
        return find(lines, Line::id, id);
    }

    /** The payment of that id, or null. */
    public @Nullable Payment payment(String id) {
        return find(payments, Payment::id, id);
    }

    /** The shipment of that id, or null. */
    public @Nullable Shipment shipment(String id) {
        return find(shipments, Shipment::id, id);
    }

    /** The return of that id, or null. */
    public @Nullable Return returnOf(String id) {
        return find(returns, Return::id, id);
    }

    /** These books with other lines. */
    public Books withLines(List<Line> newLines) {
        return new Books(
                currency,
                pricesIncludeTax,
                newLines,
                shipping,
                credit,
                surcharge,
                coupons,
                points,
                payments,
                shipments,
                returns);
    }

    /** These books with the line of that id changed. */
    public Books withLine(String id, UnaryOperator<Line> change) {
        return withLines(replace(lines, Line::id, id, change));
    }

    /** These books with another delivery. */
    public Books withShipping(Shipping newShipping) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                newShipping,
                credit,
                surcharge,
                coupons,
                points,
                payments,
                shipments,
                returns);
    }

    /** These books with another sum of goodwill. */
    public Books withCredit(Money newCredit) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                shipping,
                newCredit,
                surcharge,
                coupons,
                points,
                payments,
                shipments,
                returns);
    }

    /** These books with another surcharge. */
    public Books withSurcharge(Money newSurcharge) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                shipping,
                credit,
                newSurcharge,
                coupons,
                points,
                payments,
                shipments,
                returns);
    }

    /** These books with other coupons. */
    public Books withCoupons(List<Coupon> newCoupons) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                shipping,
                credit,
                surcharge,
                newCoupons,
                points,
                payments,
                shipments,
                returns);
    }

    /** These books with other points. */
    public Books withPoints(Points newPoints) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                shipping,
                credit,
                surcharge,
                coupons,
                newPoints,
                payments,
                shipments,
                returns);
    }

    /** These books with other payments. */
    public Books withPayments(List<Payment> newPayments) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                shipping,
                credit,
                surcharge,
                coupons,
                points,
                newPayments,
                shipments,
                returns);
    }

    /** These books with the payment of that id changed. */
    public Books withPayment(String id, UnaryOperator<Payment> change) {
        return withPayments(replace(payments, Payment::id, id, change));
    }

    /** These books with other shipments. */
    public Books withShipments(List<Shipment> newShipments) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                shipping,
                credit,
                surcharge,
                coupons,
                points,
                payments,
                newShipments,
                returns);
    }

    /** These books with the shipment of that id changed. */
    public Books withShipment(String id, UnaryOperator<Shipment> change) {
        return withShipments(replace(shipments, Shipment::id, id, change));
    }

    /** These books with other returns. */
    public Books withReturns(List<Return> newReturns) {
        return new Books(
                currency,
                pricesIncludeTax,
                lines,
                shipping,
                credit,
                surcharge,
                coupons,
                points,
                payments,
                shipments,
                newReturns);
    }

    /** These books with the return of that id changed. */
    public Books withReturn(String id, UnaryOperator<Return> change) {
        return withReturns(replace(returns, Return::id, id, change));
    }

    private static <T> @Nullable T find(List<T> parts, Function<T, String> id, String wanted) {
        for (T part : parts) {
            if (id.apply(part).equals(wanted)) {
                return part;
            }
        }
        return null;
    }

    private static <T> List<T> replace(List<T> parts, Function<T, String> id, String wanted, UnaryOperator<T> change) {
        @SuppressWarnings("unchecked")
        T[] copy = (T[]) parts.toArray();
        for (int i = 0; i < copy.length; i++) {
            if (id.apply(copy[i]).equals(wanted)) {
                copy[i] = change.apply(copy[i]);
                return List.of(copy);
            }
        }
        throw new IllegalArgumentException("there is no " + wanted + " in these books");
    }

    private static <T> void requireDistinct(List<T> parts, Function<T, String> id, String what) {
        if (parts.size() < 2) {
            return;
        }
        if (parts.size() <= 8) {
            for (int i = 1; i < parts.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (id.apply(parts.get(i)).equals(id.apply(parts.get(j)))) {
                        throw Checks.refused("two " + what + "s are called " + id.apply(parts.get(i)));
                    }
                }
            }
            return;
        }
        Set<String> seen = new HashSet<>(parts.size() * 2);
        for (T part : parts) {
            if (!seen.add(id.apply(part))) {
                throw Checks.refused("two " + what + "s are called " + id.apply(part));
            }
        }
    }

    private static void requireCurrency(Currency expected, Money amount) {
        if (!amount.currency().equals(expected)) {
            throw Checks.refused(amount + " does not belong into books of " + expected.getCurrencyCode());
        }
    }
}
