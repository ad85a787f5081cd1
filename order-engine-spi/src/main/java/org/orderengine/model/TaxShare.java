package org.orderengine.model;

import java.math.BigDecimal;

/**
 * A tax of one line or of the shipping.
 *
 * @param category the tax category that it was charged for
 * @param rate the rate as a fraction: 0.20 is twenty percent
 * @param amount the tax, not negative; part of the price where prices include tax, on top of it otherwise
 */
public record TaxShare(String category, BigDecimal rate, Money amount) {

    public TaxShare {
        Checks.requireText(category, "tax category");
        if (rate.signum() < 0) {
            throw Checks.refused("tax rate is " + rate + ", less than zero");
        }
        Checks.requireNotNegative(amount, "tax", category);
    }
}
