/**
 * Where hosts say how orders are taken back: which returns are taken, which payments give money back, what a reversal costs,
 * and when coupons come back. Depends on {@code model}.
 */
@NullMarked
package org.orderengine.spi.reverse;

import org.jspecify.annotations.NullMarked;
