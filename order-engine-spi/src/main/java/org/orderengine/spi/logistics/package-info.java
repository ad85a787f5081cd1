/**
 * Where hosts plug in delivery. Depends on {@code model}, {@code effect} and {@code event}.
 */
@NullMarked
package org.orderengine.spi.logistics;

import org.jspecify.annotations.NullMarked;
