/**
 * Where hosts plug in offers, taxes and pricing policies. Depends on {@code model}, {@code effect} and {@code event}.
 */
@NullMarked
package org.orderengine.spi.pricing;

import org.jspecify.annotations.NullMarked;
