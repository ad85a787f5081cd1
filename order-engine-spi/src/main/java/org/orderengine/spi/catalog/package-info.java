/**
 * Where hosts plug in their product data. Depends on {@code model}, {@code effect} and {@code event}.
 */
@NullMarked
package org.orderengine.spi.catalog;

import org.jspecify.annotations.NullMarked;
