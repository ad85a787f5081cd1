package org.orderengine.spi.pricing;

import java.util.List;
import org.orderengine.model.Money;
import org.orderengine.model.Problem;
import org.orderengine.model.TaxShare;

/**
 * An order that is being priced, for rules to change. Every change stands in the explanation under the rule's name. Amounts
 * of another currency than the order's refuse it with {@code currency-mixed}.
 */
public interface Worksheet extends PricingContext {

    /**
     * Sets what a unit of a line costs before any discount.
     *
     * @param source where the price comes from; the order keeps it
     * @throws IllegalStateException if the line has discounts or taxes already
     */
    void price(LineRow line, Money unitPrice, String source);

    /**
     * Sets what the delivery costs before any discount.
     *
     * @throws IllegalStateException if it has discounts or taxes already
     */
    void priceShipping(Money price, String source);

    /**
     * Takes a discount off, as far as there is room.
     *
     * @param source what gives it: an offer's id or a name of the rule's own; the order keeps it
     * @param amount not negative
     * @return what was taken off
     */
    Money lower(Row row, String source, Money amount);

    /**
     * Takes a discount off several lines together, spread by the shop's allocation, as far as there is room.
     *
     * @param source as above
     * @param amount not negative
     * @return what was taken off
     */
    Money lower(List<? extends Row> rows, String source, Money amount);

    /** Adds a tax: on top of the amount, or a part of it where prices include tax. */
    void tax(Row row, TaxShare tax);

    /** Notes for the explanation why the rule did not do something. */
    void note(String source, Problem why);

    /** Refuses the order. Never returns normally; what it throws is to be let through. */
    void refuse(Problem why);
}
