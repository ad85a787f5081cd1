/**
 * Processes ready to run: definitions compiled onto the state machine, and what a step says of them. Depends on all other rooms of
 * {@code process}. Start at {@link org.orderengine.process.compiled.CompiledProcess}. Not exported.
 */
@NullMarked
package org.orderengine.process.compiled;

import org.jspecify.annotations.NullMarked;
