/**
 * Process definitions: what flow a type of order follows, as data, in Java and in JSON, and compiled onto the state machine.
 * Depends on {@code machine}, {@code json} and the SPI.
 */
@NullMarked
package org.orderengine.process;

import org.jspecify.annotations.NullMarked;
