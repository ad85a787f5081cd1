package org.orderengine.examples.retail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/**
 * One row of the retailer's file.
 *
 * @param number its place in the file, from 1
 * @param invoice the invoice that it stands on
 * @param sku the retailer's stock code
 * @param quantity units, less than zero where goods come back
 * @param at when the invoice was written; the file names no time zone and is read as UTC
 * @param price the price of one unit
 * @param customer the retailer's number of the customer; null for a guest
 * @param country where the customer lives
 */
record SalesRow(
        int number,
        String invoice,
        String sku,
        long quantity,
        Instant at,
        Money price,
        @Nullable String customer,
        @Nullable String country) {

    /** Whether it stands on a cancellation invoice, whose numbers begin with C. */
    boolean isCancellation() {
        return invoice.startsWith("C") || invoice.startsWith("c");
    }
}
