/**
 * What is decided: {@code decide} and {@code evolve}, pure functions without clock, randomness or I/O. Depends on {@code
 * process}, {@code pricing}, {@code machine} and the SPI.
 */
@NullMarked
package org.orderengine.decision;

import org.jspecify.annotations.NullMarked;
