/**
 * How commands become commits and effects become calls: load, decide, commit, perform; leases, retries and timers. Internal.
 * Depends on {@code decision}, {@code json} and the SPI.
 */
@NullMarked
package org.orderengine.dispatch;

import org.jspecify.annotations.NullMarked;
