package org.orderengine.model;

import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The books of an order: what it stands for in units, money and benefits.
 *
 * <p>The process decides when an entry is made, and the books say what the entry comes to. All amounts are of one currency
 * (A5). Line, payment, shipment and return ids are distinct within their kind. Books that contradict themselves cannot be made:
 * the constructors throw an {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * Books books = order.books();
 * books.totals().outstanding();                   // what is still to be paid
 * books.withLine("1", line -> line.withUnits(line.units().deliver(1)));
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads. Each {@code with} method returns other books.
 *
 * @param goods the lines, the delivery and the charges beside them
 * @param account what the order costs beyond its goods, and its payments
 * @param benefits the coupons and the membership points
 * @param shipments the parcels, earliest first
 * @param returns the returns, earliest first
 */
public record Books(Goods goods, Account account, Benefits benefits, List<Shipment> shipments, List<Return> returns) {

    public Books {
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
        Parts.requireDistinct(shipments, Shipment::id, "shipment");
        Parts.requireDistinct(returns, Return::id, "return");
        goods.requireCurrency(account.currency());
    }

    /** The books of an order that was just priced. */
    public static Books opened(
            Currency currency, boolean pricesIncludeTax, List<Line> lines, Shipping shipping, List<Coupon> coupons) {
        return opened(currency, pricesIncludeTax, new Prices(lines, shipping, coupons, List.of()));
    }

    /** The same with all that a price consists of. */
    public static Books opened(Currency currency, boolean pricesIncludeTax, Prices prices) {
        return new Books(
                new Goods(pricesIncludeTax, prices.lines(), prices.shipping(), prices.charges()),
                Account.empty(currency),
                new Benefits(prices.coupons(), Points.NONE, prices.offers()),
                List.of(),
                List.of());
    }

    /** The one currency of every amount in them (A5). */
    public Currency currency() {
        return account.currency();
    }

    /** Whether prices and discounts contain the tax, or it comes on top. */
    public boolean pricesIncludeTax() {
        return goods.pricesIncludeTax();
    }

    /** The lines, in the order in which they were added. */
    public List<Line> lines() {
        return goods.lines();
    }

    /** The delivery. */
    public Shipping shipping() {
        return goods.shipping();
    }

    /** The charges beside the goods, as they were priced. */
    public List<Charge> charges() {
        return goods.charges();
    }

    /** The charges as far as the order still pays them, one for each of {@link #charges}. */
    public List<Charge> chargesLeft() {
        return goods.chargesLeft();
    }

    /** Goodwill that lowers what the order costs. */
    public Money credit() {
        return account.credit();
    }

    /** What the order costs beyond what it stands for. */
    public Money surcharge() {
        return account.surcharge();
    }

    /** The payments, earliest first. */
    public List<Payment> payments() {
        return account.payments();
    }

    /** The coupons. */
    public List<Coupon> coupons() {
        return benefits.coupons();
    }

    /** Each offer that gave the order something, as it was then. */
    public List<Offer> offers() {
        return benefits.offers();
    }

    /** What the order stands for, as it was priced. */
    public Prices prices() {
        return new Prices(lines(), shipping(), charges(), coupons(), offers());
    }

    /** The membership points. */
    public Points points() {
        return benefits.points();
    }

    /** What the order stands for now. */
    public Totals totals() {
        return Totals.of(this);
    }

    /** An amount of {@code minorUnits} in the books' currency. */
    public Money money(long minorUnits) {
        return new Money(currency(), minorUnits);
    }

    /** Whether no unit is left that could still be shipped. */
    public boolean isNothingUnshipped() {
        for (Line line : lines()) {
            if (line.units().unshipped() > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the order stands for no unit any more. */
    public boolean isNothingLeft() {
        return goods.isNothingLeft();
    }

    /**
     * The amount by which the order will cost less once goods are back whose replacement went out in advance. Each unit counts with
     * its frozen share.
     */
    public Money expectedBack() {
        if (returns.isEmpty() || returns.stream().noneMatch(Books::isReplacedInAdvance)) {
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
        return Parts.find(lines(), Line::id, id);
    }

    /** The payment of that id, or null. */
    public @Nullable Payment payment(String id) {
        return Parts.find(payments(), Payment::id, id);
    }

    /** The shipment of that id, or null. */
    public @Nullable Shipment shipment(String id) {
        return Parts.find(shipments, Shipment::id, id);
    }

    /** The return of that id, or null. */
    public @Nullable Return returnOf(String id) {
        return Parts.find(returns, Return::id, id);
    }

    /** All of a kind, earliest first. */
    public List<? extends Child> children(ChildKind kind) {
        return switch (kind) {
            case PAYMENT -> payments();
            case SHIPMENT -> shipments;
            case RETURN -> returns;
        };
    }

    /** The one that is meant, or null. */
    public @Nullable Child child(ChildKind kind, String id) {
        return Parts.find(children(kind), Child::id, id);
    }

    /** These books with other prices. */
    public Books withPrices(Prices prices) {
        return new Books(
                new Goods(pricesIncludeTax(), prices.lines(), prices.shipping(), prices.charges()),
                account,
                new Benefits(prices.coupons(), points(), prices.offers()),
                shipments,
                returns);
    }

    /** These books with other goods. */
    public Books withGoods(Goods newGoods) {
        return new Books(newGoods, account, benefits, shipments, returns);
    }

    /** These books with other lines. */
    public Books withLines(List<Line> newLines) {
        return withGoods(goods.withLines(newLines));
    }

    /** These books with the line of that id changed. */
    public Books withLine(String id, UnaryOperator<Line> change) {
        return withLines(Parts.replace(lines(), Line::id, id, change));
    }

    /** These books with another delivery. */
    public Books withShipping(Shipping newShipping) {
        return withGoods(goods.withShipping(newShipping));
    }

    /** These books with other charges. */
    public Books withCharges(List<Charge> newCharges) {
        return withGoods(goods.withCharges(newCharges));
    }

    /** These books with another account. */
    public Books withAccount(Account newAccount) {
        return new Books(goods, newAccount, benefits, shipments, returns);
    }

    /** These books with another sum of goodwill. */
    public Books withCredit(Money newCredit) {
        return withAccount(account.withCredit(newCredit));
    }

    /** These books with another surcharge. */
    public Books withSurcharge(Money newSurcharge) {
        return withAccount(account.withSurcharge(newSurcharge));
    }

    /** These books with other payments. */
    public Books withPayments(List<Payment> newPayments) {
        return withAccount(account.withPayments(newPayments));
    }

    /** These books with the payment of that id changed. */
    public Books withPayment(String id, UnaryOperator<Payment> change) {
        return withPayments(Parts.replace(payments(), Payment::id, id, change));
    }

    /** These books with other benefits. */
    public Books withBenefits(Benefits newBenefits) {
        return new Books(goods, account, newBenefits, shipments, returns);
    }

    /** These books with other coupons. */
    public Books withCoupons(List<Coupon> newCoupons) {
        return withBenefits(benefits.withCoupons(newCoupons));
    }

    /** These books with other points. */
    public Books withPoints(Points newPoints) {
        return withBenefits(benefits.withPoints(newPoints));
    }

    /** These books with other shipments. */
    public Books withShipments(List<Shipment> newShipments) {
        return new Books(goods, account, benefits, newShipments, returns);
    }

    /** These books with the shipment of that id changed. */
    public Books withShipment(String id, UnaryOperator<Shipment> change) {
        return withShipments(Parts.replace(shipments, Shipment::id, id, change));
    }

    /** These books with other returns. */
    public Books withReturns(List<Return> newReturns) {
        return new Books(goods, account, benefits, shipments, newReturns);
    }

    /** These books with the return of that id changed. */
    public Books withReturn(String id, UnaryOperator<Return> change) {
        return withReturns(Parts.replace(returns, Return::id, id, change));
    }
}
