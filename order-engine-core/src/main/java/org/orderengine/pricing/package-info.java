/**
 * How a shop prices, and what a price says: its rules, quotes and what made them, sums of taxes, and offers in JSON.
 *
 * <p>Depends on {@code pricing.offer}, which reads offers, and on the SPI. How a quote is worked out lies in {@code pricing.quote}.
 */
@NullMarked
package org.orderengine.pricing;

import org.jspecify.annotations.NullMarked;
