package org.orderengine.spi.pricing;

/**
 * One step of pricing an order: it sees what the steps before left, and changes it. Stands in the pipeline under a name.
 *
 * <p>It has to be pure: the same worksheet gives the same changes, whatever the time, the thread or the number of tries,
 * since an order has to cost what its quote said (A8). Called by many threads at a time, each with a worksheet of its own.
 * What it throws refuses the command with the code {@code pricing-rule-failed}: nothing happened.
 */
@FunctionalInterface
public interface PricingRule {

    /** Does this step. */
    void apply(Worksheet sheet);
}
