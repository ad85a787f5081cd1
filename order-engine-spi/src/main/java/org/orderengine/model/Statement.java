package org.orderengine.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement of what an order costs, or costs more or less than before: what an invoice or a credit note shows.
 *
 * <p>Every amount is signed. A statement of books says all that they come to; the statement between two books of one order says what came
 * about in between, so that the statements of all steps sum to that of the last books, whatever the steps.
 *
 * <pre>{@code
 * Statement invoice = Statement.of(order.books());
 * Statement note = Statement.between(paid.books(), returned.books());
 * note.total();                                   // less than nothing: a credit note
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param entries what it says, lines first, each kind in the order of the books; nothing that is zero throughout
 */
public record Statement(List<Entry> entries) {

    /** A statement that says nothing. */
    public static final Statement EMPTY = new Statement(List.of());

    /** What an entry is about. */
    public enum Kind {
        /** Units of a line. */
        LINE,
        /** The delivery. */
        DELIVERY,
        /** A charge beside the goods. */
        CHARGE,
        /** What the order costs beyond what it stands for. */
        SURCHARGE,
        /** Goodwill, which lowers what the order costs. */
        CREDIT
    }

    /**
     * What the order costs for one thing.
     *
     * @param kind what it is about
     * @param of the line's or charge's id; null for what an order has once
     * @param quantity units of a line
     * @param net the amount after discounts, without any tax
     * @param taxes each tax on it
     */
    public record Entry(Kind kind, @Nullable String of, long quantity, Money net, List<Tax> taxes) {

        public Entry {
            taxes = List.copyOf(taxes);
        }

        /** All its taxes. */
        public Money tax() {
            Money sum = Money.zero(net.currency());
            for (Tax tax : taxes) {
                sum = sum.plus(tax.amount());
            }
            return sum;
        }

        /** What is paid for it, tax included. */
        public Money total() {
            return net.plus(tax());
        }

        private boolean isNothing() {
            return quantity == 0
                    && net.isZero()
                    && taxes.stream().allMatch(tax -> tax.amount().isZero());
        }

        private Entry plus(Entry other, int sign) {
            Map<Rate, Money> sums = new LinkedHashMap<>();
            taxes.forEach(tax -> sums.merge(Rate.of(tax), tax.amount(), Money::plus));
            other.taxes.forEach(tax -> sums.merge(Rate.of(tax), signed(tax.amount(), sign), Money::plus));
            List<Tax> all = new ArrayList<>();
            sums.forEach((rate, amount) -> {
                if (!amount.isZero()) {
                    all.add(new Tax(rate.category, rate.rate, amount));
                }
            });
            return new Entry(kind, of, quantity + sign * other.quantity, net.plus(signed(other.net, sign)), all);
        }
    }

    /**
     * A tax of an entry.
     *
     * @param category the tax category, or the tax's own name where a category bears several
     * @param rate the rate as a fraction: 0.20 is twenty percent
     * @param amount the tax
     */
    public record Tax(String category, BigDecimal rate, Money amount) {}

    private record Rate(String category, BigDecimal rate) {

        static Rate of(Tax tax) {
            return new Rate(tax.category, tax.rate.stripTrailingZeros());
        }
    }

    private record Key(Kind kind, @Nullable String of) {}

    public Statement {
        entries = List.copyOf(entries);
    }

    /** All that books come to: the entries sum to their total. */
    public static Statement of(Books books) {
        List<Entry> entries = new ArrayList<>();
        boolean inclusive = books.pricesIncludeTax();
        for (Line line : books.lines()) {
            Money amount = line.subtotal().minus(line.discount());
            long units = line.basis().remainingUnits();
            entries.add(entry(Kind.LINE, line.id(), units, amount, line.taxes(), inclusive));
        }
        Shipping shipping = books.shipping();
        Money delivery = shipping.price().minus(shipping.discount());
        entries.add(entry(Kind.DELIVERY, null, 0, delivery, shipping.taxes(), inclusive));
        for (Charge charge : books.chargesLeft()) {
            Money amount = charge.price().minus(charge.discount());
            entries.add(entry(Kind.CHARGE, charge.id(), 0, amount, charge.taxes(), inclusive));
        }
        Totals totals = books.totals();
        entries.add(new Entry(Kind.SURCHARGE, null, 0, totals.surcharge(), List.of()));
        entries.add(new Entry(Kind.CREDIT, null, 0, totals.credit().negated(), List.of()));
        entries.removeIf(Entry::isNothing);
        return new Statement(entries);
    }

    /** What came about between two books of one order. */
    public static Statement between(Books from, Books to) {
        return of(to).minus(of(from));
    }

    /** What all of these say together. */
    public static Statement sum(List<Statement> statements) {
        Statement sum = EMPTY;
        for (Statement statement : statements) {
            sum = sum.plus(statement, 1);
        }
        return sum;
    }

    /** What this says and the other one does not. */
    public Statement minus(Statement other) {
        return plus(other, -1);
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What the buyer pays for all of it, tax included. */
    public Money total(Money zero) {
        Money sum = zero;
        for (Entry entry : entries) {
            sum = sum.plus(entry.total());
        }
        return sum;
    }

    private Statement plus(Statement other, int sign) {
        Map<Key, Entry> sums = new LinkedHashMap<>();
        entries.forEach(entry -> sums.put(new Key(entry.kind, entry.of), entry));
        for (Entry entry : other.entries) {
            Entry nothing = new Entry(entry.kind, entry.of, 0, Money.zero(entry.net.currency()), List.of());
            Key key = new Key(entry.kind, entry.of);
            sums.put(key, sums.getOrDefault(key, nothing).plus(entry, sign));
        }
        List<Entry> all = new ArrayList<>(sums.values());
        all.removeIf(Entry::isNothing);
        return new Statement(all);
    }

    private static Entry entry(
            Kind kind, @Nullable String of, long quantity, Money amount, List<TaxShare> shares, boolean inclusive) {
        Money net = amount;
        List<Tax> taxes = new ArrayList<>();
        for (TaxShare share : shares) {
            taxes.add(new Tax(share.category(), share.rate(), share.amount()));
            net = inclusive ? net.minus(share.amount()) : net;
        }
        return new Entry(kind, of, quantity, net, taxes);
    }

    private static Money signed(Money amount, int sign) {
        return sign < 0 ? amount.negated() : amount;
    }
}
