/**
 * How commands become commits and effects become calls: load, ask for facts, decide, commit, perform; leases, retries and timers.
 * Internal. Depends on {@code decision}, {@code pricing}, {@code json} and the SPI.
 *
 * <p>The way of a command: {@code Dispatcher} opens an {@code OrderSession}, {@code Decisions} decides, the session commits, {@code
 * EffectWork} performs and books, {@code KeptActions} tries what the order kept. Due work begins in {@code DueWork} and goes on by the
 * same parts.
 */
@NullMarked
package org.orderengine.dispatch;

import org.jspecify.annotations.NullMarked;
