/**
 * Orders as they are kept: what the order service reads. Depends on {@code orders}, {@code decision}, {@code json} and {@code
 * spi.store}. Not exported: engines hand the service out.
 */
@NullMarked
package org.orderengine.orders.stored;

import org.jspecify.annotations.NullMarked;
