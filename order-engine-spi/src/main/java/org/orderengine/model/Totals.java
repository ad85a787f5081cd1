package org.orderengine.model;

/**
 * The totals of an order: what it stands for now, and what was paid. Cancelled and returned units do not count.
 *
 * <p>More than seven components: each amount stands for itself, and all are computed together.
 *
 * @param lines the price of all units before discount
 * @param discount all discounts, those of the shipping and the charges included
 * @param shipping the price of the delivery before discount
 * @param charges what the order costs beside its goods, before discount
 * @param tax all taxes
 * @param surcharge what the order costs beyond what it stands for
 * @param credit goodwill that lowers what the order costs, at most to nothing
 * @param total what the buyer pays: lines − discount + shipping + charges + surcharge − credit, + tax where prices exclude it (A3)
 * @param authorized what payment providers hold or held for the order, voided amounts taken off
 * @param captured what was captured from the buyer
 * @param refunded what was refunded to the buyer
 * @param chargedBack what payment providers took back at the buyer's demand
 * @param outstanding total − captured + refunded + charged back (P2); negative when money is owed back
 */
public record Totals(
        Money lines,
        Money discount,
        Money shipping,
        Money charges,
        Money tax,
        Money surcharge,
        Money credit,
        Money total,
        Money authorized,
        Money captured,
        Money refunded,
        Money chargedBack,
        Money outstanding) {

    static Totals of(Books books) {
        long lines = 0;
        long discount = books.shipping().discount().minorUnits();
        long tax = books.shipping().tax().minorUnits();
        for (Line line : books.lines()) {
            lines = Math.addExact(lines, line.subtotal().minorUnits());
            discount = Math.addExact(discount, line.discount().minorUnits());
            tax = Math.addExact(tax, line.tax().minorUnits());
        }
        long charges = 0;
        for (Charge charge : books.chargesLeft()) {
            charges = Math.addExact(charges, charge.price().minorUnits());
            discount = Math.addExact(discount, charge.discount().minorUnits());
            tax = Math.addExact(tax, charge.tax().minorUnits());
        }
        long authorized = 0;
        long captured = 0;
        long refunded = 0;
        long chargedBack = 0;
        for (Payment payment : books.payments()) {
            authorized = Math.addExact(
                    authorized,
                    payment.authorized().minorUnits() - payment.voided().minorUnits());
            captured = Math.addExact(captured, payment.captured().minorUnits());
            refunded = Math.addExact(refunded, payment.refunded().minorUnits());
            chargedBack = Math.addExact(chargedBack, payment.chargedBack().minorUnits());
        }
        long shipping = books.shipping().price().minorUnits();
        long gross = Math.addExact(Math.addExact(lines - discount, shipping), charges);
        if (!books.pricesIncludeTax()) {
            gross = Math.addExact(gross, tax);
        }
        long surcharge = books.surcharge().minorUnits();
        gross = Math.addExact(gross, surcharge);
        long credit = Math.min(books.credit().minorUnits(), gross);
        long total = gross - credit;
        return new Totals(
                books.money(lines),
                books.money(discount),
                books.money(shipping),
                books.money(charges),
                books.money(tax),
                books.money(surcharge),
                books.money(credit),
                books.money(total),
                books.money(authorized),
                books.money(captured),
                books.money(refunded),
                books.money(chargedBack),
                books.money(total - captured + refunded + chargedBack));
    }
}
