/**
 * The order service: what hosts read of orders. Depends on {@code decision} and the SPI; {@code orders.stored} makes it.
 */
@NullMarked
package org.orderengine.orders;

import org.jspecify.annotations.NullMarked;
