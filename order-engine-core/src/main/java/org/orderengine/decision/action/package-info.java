/**
 * The built-in actions, one class each: its name, what goes with it, where it is taken, and what it does to an order's books;
 * {@link org.orderengine.decision.action.BuiltInActions} lists them. Depends on {@code effect}, {@code child} and {@code draft}.
 */
@NullMarked
package org.orderengine.decision.action;

import org.jspecify.annotations.NullMarked;
