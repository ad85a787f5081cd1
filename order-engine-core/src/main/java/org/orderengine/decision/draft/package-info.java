/**
 * The decision in the making: the journal of its events, the fold of events into the order, and the work it wants done. Depends on
 * {@code process}, {@code pricing} and the SPI.
 */
@NullMarked
package org.orderengine.decision.draft;

import org.jspecify.annotations.NullMarked;
