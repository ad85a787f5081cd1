/**
 * Where hosts plug in coupons, members and points. Depends on {@code model}, {@code effect} and {@code event}.
 */
@NullMarked
package org.orderengine.spi.benefit;

import org.jspecify.annotations.NullMarked;
