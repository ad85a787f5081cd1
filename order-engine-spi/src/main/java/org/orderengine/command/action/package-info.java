/**
 * Builders of the built-in actions, one class each. Depends on {@code command} and {@code model}.
 */
@NullMarked
package org.orderengine.command.action;

import org.jspecify.annotations.NullMarked;
