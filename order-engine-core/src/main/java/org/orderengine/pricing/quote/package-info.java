/**
 * How a quote comes about: the request, the facts, the sheet that the rules write on, and the books that it becomes. Pure
 * functions. Depends on {@code pricing} and the SPI. Not exported. Start at {@link
 * org.orderengine.pricing.quote.PriceCalculator}.
 */
@NullMarked
package org.orderengine.pricing.quote;

import org.jspecify.annotations.NullMarked;
