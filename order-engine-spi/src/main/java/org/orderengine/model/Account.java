package org.orderengine.model;

import java.util.Currency;
import java.util.List;

/**
 * The account of an order: what it costs beyond its goods, and what was paid. Every amount is of one currency.
 *
 * @param credit goodwill that lowers what the order costs
 * @param surcharge what the order costs beyond what it stands for, such as a deposit that is kept
 * @param payments the payments, earliest first
 */
public record Account(Money credit, Money surcharge, List<Payment> payments) {

    public Account {
        payments = List.copyOf(payments);
        Checks.requireNotNegative(credit, "credit");
        Checks.requireNotNegative(surcharge, "surcharge");
        Parts.requireDistinct(payments, Payment::id, "payment");
        Currency currency = credit.currency();
        Parts.requireCurrency(currency, surcharge);
        for (Payment payment : payments) {
            Parts.requireCurrency(currency, payment.requested());
        }
    }

    /** The account of an order that nothing was paid for yet. */
    public static Account empty(Currency currency) {
        return new Account(Money.zero(currency), Money.zero(currency), List.of());
    }

    /** The currency of its amounts. */
    public Currency currency() {
        return credit.currency();
    }

    /** This account with another sum of goodwill. */
    public Account withCredit(Money newCredit) {
        return new Account(newCredit, surcharge, payments);
    }

    /** This account with another surcharge. */
    public Account withSurcharge(Money newSurcharge) {
        return new Account(credit, newSurcharge, payments);
    }

    /** This account with other payments. */
    public Account withPayments(List<Payment> newPayments) {
        return new Account(credit, surcharge, newPayments);
    }
}
