/**
 * Where hosts plug in their payment providers. Depends on {@code model}, {@code effect} and {@code event}.
 */
@NullMarked
package org.orderengine.spi.payment;

import org.jspecify.annotations.NullMarked;
