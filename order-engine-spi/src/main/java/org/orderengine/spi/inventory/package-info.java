/**
 * Where hosts plug in their stock. Depends on {@code model}, {@code effect} and {@code event}.
 */
@NullMarked
package org.orderengine.spi.inventory;

import org.jspecify.annotations.NullMarked;
