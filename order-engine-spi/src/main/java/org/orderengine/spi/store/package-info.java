/**
 * Where hosts plug in storage. Depends on {@code model}, {@code effect} and {@code event}.
 */
@NullMarked
package org.orderengine.spi.store;

import org.jspecify.annotations.NullMarked;
