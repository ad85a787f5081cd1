/**
 * The order service: what hosts and other modules read of orders. Depends on {@code decision}, {@code json} and the SPI.
 */
@NullMarked
package org.orderengine.orders;

import org.jspecify.annotations.NullMarked;
