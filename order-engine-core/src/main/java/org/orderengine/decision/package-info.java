/**
 * The part of a decision that a host sees: codes, explanations, and what a migration would strand. The packages below make the
 * decision; they are pure functions without clock, randomness or I/O.
 */
@NullMarked
package org.orderengine.decision;

import org.jspecify.annotations.NullMarked;
