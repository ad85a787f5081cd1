/**
 * Where hosts plug in guards, effects and rules of their own. Depends on {@code model}, {@code command}, {@code effect} and {@code event}.
 */
@NullMarked
package org.orderengine.spi.rule;

import org.jspecify.annotations.NullMarked;
