/** Tests of prices: each rounding rule, each refusal, the scenarios, and properties over generated carts. */
@NullMarked
package org.orderengine.pricing.quote;

import org.jspecify.annotations.NullMarked;
