/**
 * Process definitions: the flow that a type of order follows, as data, in Java, in JSON and as tables, and the names that they are
 * written with.
 *
 * <p>Depends on {@code process.finding}, {@code machine.definition}, {@code json} and the SPI. What is made of definitions lies in the
 * rooms above: {@code vocabulary}, {@code chart}, {@code check} and {@code compiled}. Start at {@link
 * org.orderengine.process.ProcessDefinition}.
 */
@NullMarked
package org.orderengine.process;

import org.jspecify.annotations.NullMarked;
